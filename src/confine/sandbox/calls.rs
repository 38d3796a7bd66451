//! The system calls that a computing process needs, and no others, by seccomp.
//!
//! Everything else fails with `EPERM` rather than ending the process: libraries that probe for something (a
//! cgroup, a terminal) go on without it.

use std::collections::BTreeMap;

use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule,
    TargetArch, apply_filter,
};

type Fault = Box<dyn std::error::Error>;

/// The calls that are open without a condition: name, number on x86-64, number elsewhere
/// (`asm-generic/unistd.h`, which AArch64 and RISC-V share); -1 where a system lacks one.
const OPEN: &[(&str, i64, i64)] = &[
    // The pipes.
    ("read", 0, 63),
    ("write", 1, 64),
    ("readv", 19, 65),
    ("writev", 20, 66),
    ("close", 3, 57),
    ("fstat", 5, 80),
    ("lseek", 8, 62),
    ("poll", 7, -1),
    ("ppoll", 271, 73),
    // Memory.
    ("munmap", 11, 215),
    ("brk", 12, 214),
    ("mremap", 25, 216),
    ("mincore", 27, 232),
    ("madvise", 28, 233),
    // Threads.
    ("clone3", 435, 435),
    ("futex", 202, 98),
    ("set_robust_list", 273, 99),
    ("get_robust_list", 274, 100),
    ("set_tid_address", 218, 96),
    ("rseq", 334, 293),
    ("membarrier", 324, 283),
    ("sched_yield", 24, 124),
    ("sched_getaffinity", 204, 123),
    ("getcpu", 309, 168),
    ("gettid", 186, 178),
    ("getpid", 39, 172),
    // Signals to itself, and the end.
    ("rt_sigaction", 13, 134),
    ("rt_sigprocmask", 14, 135),
    ("rt_sigreturn", 15, 139),
    ("sigaltstack", 131, 132),
    ("restart_syscall", 219, 128),
    ("exit", 60, 93),
    ("exit_group", 231, 94),
    // Time and chance.
    ("nanosleep", 35, 101),
    ("clock_nanosleep", 230, 115),
    ("clock_gettime", 228, 113),
    ("clock_getres", 229, 114),
    ("gettimeofday", 96, 169),
    ("getrandom", 318, 278),
    ("getrusage", 98, 165),
];

/// Lets the calls pass that computing needs. Where the kernel has no seccomp, nothing happens.
pub(super) fn filter() {
    let _ = apply();
}

fn apply() -> Result<(), Fault> {
    let arch = TargetArch::try_from(std::env::consts::ARCH)?;
    // The C library falls back to `clone`, whose flags can be looked at, only if this is said to be unknown.
    let clone3 = BTreeMap::from([(number(&("clone3", 435, 435)), Vec::new())]);
    let unknown = SeccompAction::Errno(ENOSYS);
    let unknown: BpfProgram = SeccompFilter::new(clone3, SeccompAction::Allow, unknown, arch)?.try_into()?;
    let open = SeccompFilter::new(open()?, SeccompAction::Errno(EPERM), SeccompAction::Allow, arch)?;
    let open: BpfProgram = open.try_into()?;
    // Of two filters the stricter answer counts, whatever their order.
    apply_filter(&unknown)?;
    Ok(apply_filter(&open)?)
}

const EPERM: u32 = 1;
const ENOSYS: u32 = 38;

fn open() -> Result<BTreeMap<i64, Vec<SeccompRule>>, Fault> {
    const CLONE_THREAD: u64 = 0x1_0000;
    const PROT_EXEC: u64 = 4;
    const PR_SET_NAME: u64 = 15;
    let this = u64::from(std::process::id());
    let mut calls: BTreeMap<i64, Vec<SeccompRule>> =
        OPEN.iter().map(number).filter(|number| *number >= 0).map(|number| (number, Vec::new())).collect();
    // A thread, not a process.
    let thread = SeccompCmpOp::MaskedEq(CLONE_THREAD);
    calls.insert(number(&("clone", 56, 220)), vec![only_if(0, thread, CLONE_THREAD)?]);
    // Memory to compute with, not to run.
    let inert = || only_if(2, SeccompCmpOp::MaskedEq(PROT_EXEC), 0);
    calls.insert(number(&("mmap", 9, 222)), vec![inert()?]);
    calls.insert(number(&("mprotect", 10, 226)), vec![inert()?]);
    // Limits may be read: root could raise them again.
    calls.insert(number(&("prlimit64", 302, 261)), vec![only_if(2, SeccompCmpOp::Eq, 0)?]);
    // The name of a thread, and a signal to itself, as by `abort`.
    calls.insert(number(&("prctl", 157, 167)), vec![only_if(0, SeccompCmpOp::Eq, PR_SET_NAME)?]);
    calls.insert(number(&("tgkill", 234, 131)), vec![only_if(0, SeccompCmpOp::Eq, this)?]);
    Ok(calls)
}

fn only_if(argument: u8, holds: SeccompCmpOp, value: u64) -> Result<SeccompRule, Fault> {
    let condition = SeccompCondition::new(argument, SeccompCmpArgLen::Qword, holds, value)?;
    Ok(SeccompRule::new(vec![condition])?)
}

/// The number of a call on this machine.
fn number((_, x86_64, generic): &(&str, i64, i64)) -> i64 {
    if cfg!(target_arch = "x86_64") { *x86_64 } else { *generic }
}
