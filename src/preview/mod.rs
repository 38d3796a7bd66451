//! A brief in a browser while it is written: the pages of an edition, the findings beside them, and where each value
//! on a page comes from.
//!
//! [`trace`] ties what is printed to the data before a Brief is typeset, [`explain`](Known::explain) says where a
//! value was set, a [`State`] is what the page in the browser shows, the [`Hub`] hands the newest one to whoever asks,
//! [`serve`] answers requests on the loopback, and a [`Watch`] tells which files have changed. Who reads, checks and
//! typesets, and when, is for the command line.

mod answer;
mod explain;
mod hub;
mod page;
mod request;
mod server;
mod state;
mod token;
mod trace;
mod watch;

pub use self::explain::Known;
pub use self::hub::Hub;
pub use self::page::Words;
pub use self::server::{Server, serve};
pub use self::state::{Language, State, Verdicts};
pub use self::token::Token;
pub use self::trace::trace;
pub use self::watch::{Change, Watch};
