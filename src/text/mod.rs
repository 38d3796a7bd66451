//! The words of an edition in one language: messages with placeholders, and the labels around them.
//!
//! A [`Message`] is text with slots such as `{liberated}` or `{liberated:gen}`; [`Texts`] holds the
//! messages of `text/<lang>.yaml` by key, [`Labels`] the template's own words. [`Wording`] calls
//! each thing of the edition by its name and turns a message into a phrase in parts. Numbers are
//! never formatted here: the locale does that.

pub mod changed;
mod coverage;
mod forms;
pub(crate) mod keys;
pub mod labels;
mod lock;
mod message;
mod pending;
mod slots;
mod state;
mod style;
mod sweep;
#[cfg(test)]
mod tests;
mod texts;
mod typed;
mod wording;

pub use self::coverage::{compare, required};
pub use self::keys::{list_of, max_length, parts, rank};
pub use self::labels::Labels;
pub use self::lock::{Lock, Record};
pub use self::message::{Message, Plural, Segment, Slot};
pub use self::pending::Pending;
pub use self::state::{Stale, State, master_states, states};
pub use self::sweep::{SWEPT, Swept, countable, sweep, today, with_number};
pub use self::texts::{Meta, Status, Texts};
pub use self::typed::Typed;
pub use self::wording::{Flags, Wording};
