//! The walls, tried from inside. Each is built around one thread of the tests, which is all that Landlock and
//! seccomp hold; the limits hold a whole process and are tried in `tests/cases/confine.rs`.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::net::{TcpListener, TcpStream, UdpSocket};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::Path;
use std::process::Command;
use std::thread;

use super::{calls, linux};

/// What a thread finds that has given up its rights.
fn inside<T: Send + 'static>(wall: fn(), attempt: impl FnOnce() -> T + Send + 'static) -> T {
    let thread = thread::spawn(move || {
        wall();
        attempt()
    });
    thread.join().unwrap()
}

/// The kinds of failure of everything that reaches out of the process; `None` for a success.
fn attempts(folder: &Path, port: u16) -> Vec<(&'static str, Option<ErrorKind>)> {
    fn kind<T>(result: std::io::Result<T>) -> Option<ErrorKind> {
        result.err().map(|error| error.kind())
    }
    let there = folder.join("there");
    vec![
        ("open", kind(File::open(&there))),
        ("write", kind(File::create(folder.join("new")))),
        ("list", kind(fs::read_dir(folder))),
        ("link", kind(std::os::unix::fs::symlink(&there, folder.join("link")))),
        ("delete", kind(fs::remove_file(&there))),
        ("proc", kind(File::open("/proc/self/environ"))),
        ("connect", kind(TcpStream::connect(("127.0.0.1", port)))),
        ("listen", kind(TcpListener::bind("127.0.0.1:0"))),
    ]
}

/// What only seccomp refuses.
fn further_attempts(folder: &Path) -> Vec<(&'static str, Option<ErrorKind>)> {
    fn kind<T>(result: std::io::Result<T>) -> Option<ErrorKind> {
        result.err().map(|error| error.kind())
    }
    vec![
        ("udp", kind(UdpSocket::bind("127.0.0.1:0"))),
        ("socket", kind(UnixListener::bind(folder.join("socket")))),
        ("pair", kind(UnixStream::pair())),
        ("program", kind(Command::new("/bin/true").status())),
        ("stat", kind(fs::metadata(folder))),
        ("rename", kind(fs::rename(folder.join("there"), folder.join("else")))),
        ("mode", kind(fs::set_permissions(folder, permissions()))),
    ]
}

fn permissions() -> fs::Permissions {
    std::os::unix::fs::PermissionsExt::from_mode(0o777)
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("there"), "secret").unwrap();
    folder
}

#[test]
fn seccomp_leaves_no_file_no_network_and_no_process() {
    let (folder, server) = (folder(), TcpListener::bind("127.0.0.1:0").unwrap());
    let (path, port) = (folder.path().to_owned(), server.local_addr().unwrap().port());
    let found = inside(calls::filter, move || {
        let mut found = attempts(&path, port);
        found.extend(further_attempts(&path));
        found
    });
    for (what, kind) in found {
        assert_eq!(kind, Some(ErrorKind::PermissionDenied), "{what}");
    }
    assert_eq!(fs::read_to_string(folder.path().join("there")).unwrap(), "secret");
}

#[test]
fn seccomp_leaves_threads_memory_time_and_panics() {
    let sum = inside(calls::filter, || {
        let works = |n: u64| thread::spawn(move || vec![n; 1 << 20].iter().sum::<u64>());
        let threads: Vec<_> = (1..=4).map(works).collect();
        thread::sleep(std::time::Duration::from_millis(1));
        let caught = std::panic::catch_unwind(|| panic!("expected here"));
        assert!(caught.is_err());
        threads.into_iter().map(|it| it.join().unwrap()).sum::<u64>()
    });
    assert_eq!(sum, 10 << 20);
}

#[test]
#[expect(clippy::disallowed_macros, reason = "a test that skips itself says so")]
fn landlock_alone_leaves_no_file_and_no_tcp() {
    // `close` says nothing where a kernel lacks it, so the test asks first.
    use landlock::{ABI, Access, AccessNet, CompatLevel, Compatible, Ruleset, RulesetAttr};
    let strict = Ruleset::default().set_compatibility(CompatLevel::HardRequirement);
    if strict.handle_access(AccessNet::from_all(ABI::V4)).is_err() {
        eprintln!("skipped: this kernel has no Landlock with TCP");
        return;
    }
    let (folder, server) = (folder(), TcpListener::bind("127.0.0.1:0").unwrap());
    let (path, port) = (folder.path().to_owned(), server.local_addr().unwrap().port());
    for (what, kind) in inside(linux::close, move || attempts(&path, port)) {
        assert_eq!(kind, Some(ErrorKind::PermissionDenied), "{what}");
    }
}
