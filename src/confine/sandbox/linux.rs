//! What only Linux has: an end with the parent, and Landlock.

use std::io;

use landlock::{
    ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, Ruleset, RulesetAttr, RulesetError, Scope,
};
use rustix::process::{DumpableBehavior, Signal, set_dumpable_behavior, set_parent_process_death_signal};

/// Ends this process when the thread that started it ends, and keeps its memory from other processes of the
/// user.
pub(super) fn follow_parent() -> io::Result<()> {
    set_parent_process_death_signal(Some(Signal::KILL))?;
    set_dumpable_behavior(DumpableBehavior::NotDumpable)?;
    Ok(())
}

/// Refuses the whole file system, TCP, abstract sockets and signals to others, as far as the kernel can (5.13
/// and later; TCP 6.7, the rest 6.12). Also the promise never to gain rights by a program.
pub(super) fn close() {
    // Without Landlock the other walls remain: no file is in reach of a template in any case.
    let _ = rustix::thread::set_no_new_privs(true);
    let _ = landlock();
}

fn landlock() -> Result<(), RulesetError> {
    let abi = ABI::V6;
    let rules = Ruleset::default().set_compatibility(CompatLevel::BestEffort);
    let rules = rules.handle_access(AccessFs::from_all(abi))?.handle_access(AccessNet::from_all(abi))?;
    rules.scope(Scope::from_all(abi))?.create()?.restrict_self()?;
    Ok(())
}
