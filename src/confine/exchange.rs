//! What parent and child say to each other, as frames of bytes: eight bytes of length, then `postcard`.

use std::io::{self, Read, Write};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;

use super::told::Told;
use crate::output::Sheet;
use crate::press::{Made, Task};
use crate::typeset::OwnFiles;

/// What a child is asked for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Request {
    /// The files of a task.
    Press {
        /// What the project has of its own; the child has the rest in itself.
        own: OwnFiles,
        /// The [`digest`](crate::typeset::Assets::digest) that both together must have.
        digest: [u8; 32],
        /// The task.
        task: Box<Task>,
    },
    /// A PDF out of the files attached to another.
    Rebuild {
        /// Path and content.
        files: Vec<(String, ByteBuf)>,
    },
}

/// What it answers.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Reply {
    /// To [`Request::Press`].
    Pressed {
        /// The files.
        files: Vec<Made>,
        /// The sheets.
        sheets: Vec<Sheet>,
        /// What the typesetter doubts.
        warnings: Vec<Told>,
    },
    /// To [`Request::Rebuild`].
    Rebuilt(ByteBuf),
    /// There are faults.
    Faulty(Vec<Told>),
    /// The reply is larger than it may be.
    TooLarge,
    /// The memory is used up.
    OutOfMemory,
    /// A panic, with its message.
    Panicked(String),
    /// The child is not the program that the parent is.
    Stranger,
}

/// Writes a value as one frame.
pub(super) fn send(mut to: impl Write, value: &impl Serialize) -> io::Result<()> {
    send_bytes(&mut to, &postcard::to_stdvec(value).map_err(io::Error::other)?)
}

/// Writes the bytes of a value as one frame.
pub(super) fn send_bytes(mut to: impl Write, bytes: &[u8]) -> io::Result<()> {
    to.write_all(&(bytes.len() as u64).to_le_bytes())?;
    to.write_all(bytes)?;
    to.flush()
}

/// Reads the bytes of one frame, without trusting its length: memory is taken as bytes come.
pub(super) fn receive_bytes(mut from: impl Read) -> io::Result<Vec<u8>> {
    let mut length = [0; 8];
    from.read_exact(&mut length)?;
    let length = u64::from_le_bytes(length);
    let mut bytes = Vec::new();
    from.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == length { Ok(bytes) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

/// Reads one frame as a value.
pub(super) fn receive<T: DeserializeOwned>(from: impl Read) -> io::Result<T> {
    postcard::from_bytes(&receive_bytes(from)?).map_err(io::Error::other)
}
