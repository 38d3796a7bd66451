//! The child: limits in, then a request in, then a reply out, and no more.

use std::any::Any;
use std::io::{self, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use serde_bytes::ByteBuf;

use super::exchange::{Reply, Request, receive, receive_bytes, send, send_bytes};
use super::limits::Limits;
use super::sandbox;
use super::told::Told;
use crate::diag::{Finding, Sources};
use crate::press::{self, Pressed, Task};
use crate::typeset::{Assets, OwnFiles};
use crate::verify;

/// Serves one call. Gives up every right that it does not need before it reads the request, which is somebody
/// else's, and can never have them back: the process is to end after this.
///
/// # Errors
/// A limit that cannot be set, a parent that went away, a request that is none.
pub fn serve(mut requests: impl Read, mut replies: impl Write) -> io::Result<()> {
    let limits: Limits = receive(&mut requests)?;
    sandbox::enter(&limits)?;
    let request = receive_bytes(&mut requests)?;
    let worker = thread::Builder::new().name("confined".to_owned());
    let stack = usize::try_from(limits.stack).unwrap_or(usize::MAX);
    let worker = worker.stack_size(stack).spawn(move || answered(&request, limits.output));
    let answer = match worker {
        Ok(worker) => worker.join().unwrap_or_else(|panic| Err(panicked(&*panic))),
        Err(_) => Err(Reply::OutOfMemory),
    };
    match answer {
        Ok(bytes) => send_bytes(&mut replies, &bytes),
        Err(reply) => send(&mut replies, &reply),
    }
}

/// The bytes of the reply to a request, or a reply that is but a word.
fn answered(request: &[u8], limit: u64) -> Result<Vec<u8>, Reply> {
    let reply = catch_unwind(AssertUnwindSafe(|| match postcard::from_bytes(request) {
        Ok(request) => answer(request),
        Err(_) => Reply::Stranger,
    }));
    let reply = reply.unwrap_or_else(|panic| panicked(&*panic));
    match postcard::to_stdvec(&reply) {
        Ok(bytes) if bytes.len() as u64 <= limit => Ok(bytes),
        Ok(_) => Err(Reply::TooLarge),
        Err(error) => Err(Reply::Panicked(error.to_string())),
    }
}

fn answer(request: Request) -> Reply {
    let mut sources = Sources::new();
    let answer = match request {
        Request::Press { own, digest, task } => press(own, &digest, &task, &mut sources),
        Request::Rebuild { files } => verify::rebuild(unpacked(files)).map(|pdf| Reply::Rebuilt(pdf.into())),
    };
    answer.unwrap_or_else(|faults| Reply::Faulty(told(&faults, &sources)))
}

fn press(
    own: OwnFiles,
    digest: &[u8; 32],
    task: &Task,
    sources: &mut Sources,
) -> Result<Reply, Vec<Finding>> {
    let assets = Assets::with_files(unpacked(own.templates), unpacked(own.fonts), sources)?;
    if assets.digest() != *digest {
        return Ok(Reply::Stranger);
    }
    let Pressed { files, sheets, warnings } = press::make(&assets, task)?;
    Ok(Reply::Pressed { files, sheets, warnings: told(&warnings, sources) })
}

fn unpacked<T: FromIterator<(String, Vec<u8>)>>(files: Vec<(String, ByteBuf)>) -> T {
    files.into_iter().map(|(path, bytes)| (path, bytes.into_vec())).collect()
}

fn told(findings: &[Finding], sources: &Sources) -> Vec<Told> {
    findings.iter().map(|finding| Told::of(finding, sources)).collect()
}

fn panicked(panic: &(dyn Any + Send)) -> Reply {
    let message = panic.downcast_ref::<String>().map(String::as_str);
    let message = message.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("a panic");
    match message.contains("capacity overflow") {
        true => Reply::OutOfMemory,
        false => Reply::Panicked(message.to_owned()),
    }
}
