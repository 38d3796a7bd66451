//! The parent: starts this program as a child, hands it limits and a request, and waits no longer than it may.

use std::io::{self, Read};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::ended::Ended;
use super::exchange::{Reply, Request, send};
use super::limits::Limits;

/// The hidden subcommand that serves.
pub const SUBCOMMAND: &str = "__confined";

/// The most that is kept of what a child says on its way down, in bytes.
const LAST_WORDS: u64 = 64 << 10;

/// Asks a child process of `program`, which is mujaz itself, and ends the child.
///
/// The child has no environment, no folder, and no file but the three ends of the pipes to this process. It
/// reads nothing of the request before it has given up its rights (see [`serve`](super::serve)).
///
/// # Errors
/// What ended it before it could reply.
pub fn call(program: &Path, request: &Request, limits: &Limits) -> Result<Reply, Ended> {
    let mut child = start(program).map_err(|error| Ended::Start(error.to_string()))?;
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let (done, wait) = mpsc::channel();
    thread::scope(|scope| {
        scope.spawn(move || {
            // A child that ends early does not read all; how it ended says more than that.
            let _ = stdin.map(|mut stdin| send(&mut stdin, limits).and_then(|()| send(&mut stdin, request)));
        });
        scope.spawn(move || {
            let _ = done.send(stdout.map(|stdout| reply(stdout, limits.output)));
        });
        let last_words = scope.spawn(move || stderr.map(words).unwrap_or_default());
        let got = wait.recv_timeout(limits.wall);
        if matches!(got, Ok(Some(Err(_)))) {
            // It said no more and is about to end; how, is the reason.
            let _ = ends_by_itself(&mut child);
        }
        // The reply is whole, or there will be none: in either case the child has nothing more to do.
        let status = end(&mut child);
        let words = last_words.join().unwrap_or_default();
        match got {
            Err(_) => Err(Ended::Time(limits.wall)),
            Ok(Some(Ok(Some(bytes)))) => understood(&bytes, limits),
            Ok(Some(Ok(None))) => Err(Ended::Reply(limits.output)),
            Ok(Some(Err(_)) | None) => Err(verdict(status, &words, limits)),
        }
    })
}

fn start(program: &Path) -> io::Result<Child> {
    let mut command = Command::new(program);
    command.arg(SUBCOMMAND).env_clear().current_dir(ROOT);
    // Without this the allocator takes a gigabyte before any limit is set, and the limit would count it.
    command.env("MIMALLOC_ARENA_RESERVE", "65536");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command.spawn()
}

#[cfg(unix)]
const ROOT: &str = "/";
#[cfg(not(unix))]
const ROOT: &str = ".";

/// The bytes of the frame that a child sends; none if they are more than they may be.
fn reply(mut from: impl Read, limit: u64) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0; 8];
    from.read_exact(&mut length)?;
    let length = u64::from_le_bytes(length);
    if length > limit {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    from.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == length { Ok(Some(bytes)) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

/// The beginning of what a child says on stderr; the rest is read and dropped, so that it does not block.
fn words(mut from: impl Read) -> String {
    let mut bytes = Vec::new();
    let _ = from.by_ref().take(LAST_WORDS).read_to_end(&mut bytes);
    let _ = io::copy(&mut from, &mut io::sink());
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Waits half a second for the end of a child.
fn ends_by_itself(child: &mut Child) -> io::Result<()> {
    for _ in 0..100 {
        if child.try_wait()?.is_some() {
            break;
        }
        thread::sleep(Duration::from_millis(5));
    }
    Ok(())
}

/// Ends the child, and whatever it might have started, if it has not ended by itself.
fn end(child: &mut Child) -> io::Result<ExitStatus> {
    if let Some(status) = child.try_wait()? {
        return Ok(status);
    }
    #[cfg(unix)]
    if let Some(group) = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw) {
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
    let _ = child.kill();
    child.wait()
}

fn understood(bytes: &[u8], limits: &Limits) -> Result<Reply, Ended> {
    match postcard::from_bytes(bytes) {
        Ok(Reply::TooLarge) => Err(Ended::Reply(limits.output)),
        Ok(Reply::OutOfMemory) => Err(Ended::Memory(limits.memory)),
        Ok(Reply::Panicked(message)) => Err(Ended::Crash(message)),
        Ok(Reply::Stranger) | Err(_) => Err(Ended::Start("it is another version of mujaz".to_owned())),
        Ok(reply) => Ok(reply),
    }
}

/// How a child ended that sent no whole reply.
fn verdict(status: io::Result<ExitStatus>, words: &str, limits: &Limits) -> Ended {
    let status = match status {
        Ok(status) => status,
        Err(error) => return Ended::Start(error.to_string()),
    };
    // Both are said by Rust's runtime before it aborts.
    if words.contains("memory allocation of") {
        return Ended::Memory(limits.memory);
    }
    if words.contains("has overflowed its stack") {
        return Ended::Stack;
    }
    match signal(status) {
        Some(Signal::Processor) => Ended::Processor(limits.cpu),
        // Not by this process: by the system, which does so when the machine's own memory is used up.
        Some(Signal::Killed) => Ended::Memory(limits.memory),
        Some(Signal::Other(signal)) => Ended::Crash(format!("signal {signal}")),
        None => {
            let line = words.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
            Ended::Start(format!("{status} {line}").trim().to_owned())
        }
    }
}

/// A signal that ended a process.
enum Signal {
    Processor,
    Killed,
    Other(i32),
}

#[cfg(unix)]
fn signal(status: ExitStatus) -> Option<Signal> {
    use rustix::process::Signal as Number;
    let signal = std::os::unix::process::ExitStatusExt::signal(&status)?;
    Some(match signal {
        it if it == Number::XCPU.as_raw() => Signal::Processor,
        it if it == Number::KILL.as_raw() => Signal::Killed,
        other => Signal::Other(other),
    })
}

#[cfg(not(unix))]
fn signal(status: ExitStatus) -> Option<Signal> {
    // A crash under Windows is an exit code with the two highest bits set (NTSTATUS, severity error).
    let code = status.code().filter(|code| *code < 0)?;
    Some(Signal::Other(code))
}
