//! The one integration-test binary: whole stages and whole editions, through the library's own doors.

mod cases;
mod support;
