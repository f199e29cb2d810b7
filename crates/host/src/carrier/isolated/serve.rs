//! The child's side: loads one library and answers calls until the program is gone.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use huibian_diagnostic::{Code, Diagnostic, Result as Outcome};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::process::{Resource, Rlimit, Signal, getpid, kill_process, setrlimit};

use super::protocol::{Broken, Channel, Head, Kind};
use super::{COMMAND, HOSTED, eager, offspring};
use crate::carrier::answer::Answer;
use crate::carrier::native::{Library, Refused};

/// How many bytes of answers go together at most.
const TOGETHER: usize = 64 << 10;
/// How long an answer waits for the next.
const PATIENCE: Duration = Duration::from_millis(20);

static PROGRAM: OnceLock<Option<PathBuf>> = OnceLock::new();

/// The program that children are started from: the one that is named, else this one, once it has asked [`serve`].
///
/// # Errors
/// P127 where none is known. A child that did not ask either starts no children of its own: they would do the same.
pub fn program(named: Option<&Path>) -> Outcome<PathBuf> {
    let served = PROGRAM.get().map(Option::as_deref);
    if served.is_none() && std::env::var_os(HOSTED).is_some() {
        return Err(Diagnostic::new(Code::NoPluginHost).with("reason", "hosted"));
    }
    let program = named.or(served.flatten()).map(Path::to_owned);
    program.ok_or_else(|| Diagnostic::new(Code::NoPluginHost).with("reason", "unasked"))
}

/// As [`crate::serve`] says.
pub fn serve() -> Option<ExitCode> {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().is_none_or(|first| first != COMMAND) {
        PROGRAM.get_or_init(|| std::env::current_exe().ok());
        return None;
    }
    let (library, memory) = (arguments.next(), arguments.next());
    let memory = memory.and_then(|memory| memory.to_str()?.parse().ok());
    let (Some(library), Some(memory_mib), Ok(socket)) = (library, memory, take_socket()) else {
        eprintln!("huibian 自行启动此命令，不必手工运行。 / huibian starts this command itself.");
        return Some(ExitCode::from(2));
    };
    Some(match host(&library, memory_mib, socket) {
        Ok(()) | Err(Broken::Closed) => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(2),
    })
}

/// The private channel, taken off standard input, which is nothing from here on.
fn take_socket() -> io::Result<UnixStream> {
    let input = io::stdin().as_fd().try_clone_to_owned()?;
    let socket = UnixStream::from(input);
    socket.peer_addr()?;
    rustix::stdio::dup2_stdin(File::open("/dev/null")?)?;
    Ok(socket)
}

fn host(library: &OsStr, memory_mib: u64, socket: UnixStream) -> Result<(), Broken> {
    leave_with_the_program(socket.try_clone()?)?;
    offspring::take_in();
    confine(memory_mib);
    let mut channel = Channel::new(Requests(socket));
    let ready = |kind, value| Head { kind, call: 0, value };
    let library = match Library::open(Path::new(library)) {
        Ok(library) => library,
        Err(Refused::System(reason)) => return channel.send(ready(Kind::Refused, 0), reason.as_bytes()),
        Err(Refused::Table(size)) => return channel.send(ready(Kind::Short, size), &[]),
    };
    channel.send(ready(Kind::Ready, 0), &[])?;
    let (mut output, mut sent) = (Vec::new(), Instant::now());
    loop {
        let (Head { kind: Kind::Call, call, value }, request) = channel.receive(u32::MAX as usize)? else {
            return Err(Broken::Garbage);
        };
        let head = match library.call(request, value as usize, &mut output) {
            Answer::Returned(status) => Head { kind: Kind::Returned, call, value: status.cast_unsigned() },
            Answer::TooLarge => {
                output.clear();
                Head { kind: Kind::TooLarge, call, value: 0 }
            }
        };
        channel.queue(head, &output)?;
        // Answers go together, but a slow one keeps none of the others waiting. Before it waits the channel sends all.
        if channel.queued() > TOGETHER || sent.elapsed() > PATIENCE {
            channel.flush()?;
            sent = Instant::now();
        }
    }
}

/// The channel as a child sees it: after an answer, the next request is as a rule on its way.
struct Requests(UnixStream);

impl Read for Requests {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match eager::read(&self.0, buffer)? {
            Some(read) => Ok(read),
            None => self.0.read(buffer),
        }
    }
}

impl Write for Requests {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// A plugin that hangs must not outlive a program that was killed: when the other end of the channel closes, so does
/// this process, whatever it is at.
fn leave_with_the_program(socket: UnixStream) -> io::Result<()> {
    std::thread::Builder::new().name("leave".to_owned()).stack_size(64 << 10).spawn(move || {
        loop {
            let mut polled = [PollFd::new(&socket, PollFlags::empty())];
            if poll(&mut polled, None).is_ok() && polled[0].revents().contains(PollFlags::HUP) {
                let _ = kill_process(getpid(), Signal::KILL);
            }
        }
    })?;
    Ok(())
}

/// Holds the process to its limits: no core dumps, and `memory_mib` beyond the address space it has already.
fn confine(memory_mib: u64) {
    let limit = |value| Rlimit { current: Some(value), maximum: Some(value) };
    let _ = setrlimit(Resource::Core, limit(0));
    if let Some(taken) = address_space() {
        let _ = setrlimit(Resource::As, limit(taken.saturating_add(memory_mib << 20)));
    }
}

/// How much address space this process has, in bytes, on a system that tells.
fn address_space() -> Option<u64> {
    let sizes = fs::read_to_string("/proc/self/statm").ok()?;
    let pages: u64 = sizes.split(' ').next()?.parse().ok()?;
    pages.checked_mul(rustix::param::page_size() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_did_not_ask_hosts_no_plugin() {
        let fault = program(None).unwrap_err();
        assert_eq!(fault.code(), Code::NoPluginHost);
        assert_eq!(program(Some(Path::new("/opt/huibian"))).unwrap(), Path::new("/opt/huibian"));
    }
}
