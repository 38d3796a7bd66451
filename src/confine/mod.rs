//! A request -> its reply, out of a child process that can do nothing else.
//!
//! Templates of a project and the files attached to a PDF are programs of somebody else. They run in a child
//! of this same program: it has no environment, no files, no network and no further processes, and limits on
//! time, memory, stack and the size of its reply. What each system enforces, and what each limit says, is in
//! `docs/containment.md`. The parent stays what it was, whatever the child does.

mod call;
mod ended;
mod exchange;
mod limits;
mod press;
mod rebuild;
mod sandbox;
mod serve;
mod told;

pub use self::call::{SUBCOMMAND, call};
pub use self::ended::Ended;
pub use self::exchange::{Reply, Request};
pub use self::limits::Limits;
pub use self::press::press;
pub use self::rebuild::rebuild;
pub use self::serve::serve;
pub use self::told::Told;
