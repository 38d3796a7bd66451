//! The one integration-test binary: whole stages and whole editions, through the library's own doors.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod cases;
mod support;
