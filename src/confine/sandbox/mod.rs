//! Limits -> a process that has given up every other right, for good.
//!
//! The process does this to itself, since this crate has no unsafe code to run between `fork` and `exec`;
//! until then it has read nothing but the limits. It must have one thread only: later threads inherit what it
//! has left.

#[cfg(target_os = "linux")]
mod calls;
#[cfg(target_os = "linux")]
mod linux;

use std::io;

use super::limits::Limits;

/// Gives up all rights but to compute within the limits, and to talk through the pipes that are open.
///
/// # Errors
/// A limit that the system refuses. Landlock and seccomp are taken as far as the kernel has them.
pub(super) fn enter(limits: &Limits) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    linux::follow_parent()?;
    #[cfg(unix)]
    limit(limits)?;
    #[cfg(target_os = "linux")]
    linux::close();
    #[cfg(unix)]
    refuse_files()?;
    #[cfg(target_os = "linux")]
    calls::filter();
    let _ = limits;
    Ok(())
}

#[cfg(unix)]
fn limit(limits: &Limits) -> io::Result<()> {
    use rustix::process::Resource;
    // The processor's own limit is met one second later by a signal that nothing can catch.
    set(Resource::Cpu, limits.cpu, limits.cpu.saturating_add(1))?;
    set(Resource::Core, 0, 0)?;
    set(Resource::Fsize, 0, 0)?;
    let memory = limits.memory.saturating_add(limits.stack);
    // `DATA` counts what is private and can be written (since Linux 4.7), which is what a template takes;
    // addresses also hold the program itself, its fonts, and what allocators set aside and do not use.
    #[cfg(target_os = "linux")]
    {
        set(Resource::Data, memory, memory)?;
        set(Resource::As, memory.saturating_mul(4), memory.saturating_mul(4))
    }
    // macOS takes this limit only if it is above what is mapped already, and does not keep it.
    #[cfg(target_os = "macos")]
    {
        let _ = set(Resource::As, memory, memory);
        Ok(())
    }
    #[cfg(not(any(target_os = "linux", target_os = "macos")))]
    set(Resource::As, memory, memory)
}

/// The three pipes stay; nothing more can be opened.
#[cfg(unix)]
fn refuse_files() -> io::Result<()> {
    set(rustix::process::Resource::Nofile, 3, 3)
}

/// Sets a limit, or leaves a lower one that is there already.
#[cfg(unix)]
fn set(resource: rustix::process::Resource, soft: u64, hard: u64) -> io::Result<()> {
    use rustix::process::{Rlimit, getrlimit, setrlimit};
    let now = getrlimit(resource);
    let maximum = now.maximum.map_or(hard, |now| now.min(hard));
    let current = now.current.map_or(soft, |now| now.min(soft)).min(maximum);
    Ok(setrlimit(resource, Rlimit { current: Some(current), maximum: Some(maximum) })?)
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests;
