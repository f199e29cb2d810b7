//! One child process that hosts a plugin: started, called, and seen to its end.

use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::Path;
use std::process::{Child as Process, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use huibian_contract::Limits;
use rustix::process::{Pid, Signal, kill_process_group};

use super::link::Link;
use super::protocol::{Broken, Channel, Head, Kind};
use super::tail::Tail;
use super::{COMMAND, HOSTED, offspring};
use crate::carrier::answer::Answer;
use crate::carrier::native::Refused;

/// Starting a process and loading a library may take so long, whatever a call may.
const START: Duration = Duration::from_secs(10);
/// How long a child that closed its channel may take to end.
const ENDING: Duration = Duration::from_millis(500);

/// A child, ready for a call.
pub struct Child {
    process: Process,
    /// What its environment names it by, and that of all that it starts.
    word: String,
    channel: Channel<Link>,
    tail: Tail,
    calls: u32,
}

/// What became of a call that has no answer.
#[derive(Debug)]
pub enum Failure {
    /// No child could be started.
    NotStarted(io::Error),
    /// The library could not be loaded there.
    Refused(Refused),
    /// A signal ended the child. What it printed last.
    Killed(i32, String),
    /// The child ended by itself, with this code. What it printed last.
    Exited(i32, String),
    /// It took too long.
    Late,
    /// It wrote something else than an answer into the channel, or closed it.
    Garbage,
}

impl Child {
    /// Starts a child of `program` and has it load a library.
    ///
    /// # Errors
    /// When it could not be started, or ended, or the library could not be loaded.
    pub fn start(program: &Path, library: &Path, limits: &Limits) -> Result<Self, Failure> {
        let mut child = Self::spawn(program, library, limits).map_err(Failure::NotStarted)?;
        child.channel.stream.begin(START).map_err(Failure::NotStarted)?;
        let refused = match child.channel.receive(64 << 10) {
            Ok((Head { kind: Kind::Ready, .. }, _)) => return Ok(child),
            Ok((Head { kind: Kind::Refused, .. }, reason)) => {
                Refused::System(String::from_utf8_lossy(reason).into_owned())
            }
            Ok((Head { kind: Kind::Short, value, .. }, _)) => Refused::Table(value),
            Ok(_) => return Err(child.fail(Broken::Garbage)),
            Err(broken) => return Err(child.fail(broken)),
        };
        Err(Failure::Refused(refused))
    }

    fn spawn(program: &Path, library: &Path, limits: &Limits) -> io::Result<Self> {
        let (near, far) = UnixStream::pair()?;
        let (printed, print) = io::pipe()?;
        let tail = Tail::of(printed)?;
        let word = offspring::word();
        let process = Command::new(program)
            .arg(COMMAND)
            .arg(library)
            .arg(limits.memory_mib.to_string())
            .env(HOSTED, &word)
            // A panic is told by its message; finding the lines behind it can take longer than the call may.
            .env("RUST_BACKTRACE", "0")
            // Else the C library reserves 128 MiB of address space for the second thread, out of what the plugin may have.
            .env("MALLOC_ARENA_MAX", "1")
            .stdin(Stdio::from(OwnedFd::from(far)))
            .stdout(print.try_clone()?)
            .stderr(print)
            .process_group(0)
            .spawn()?;
        Ok(Self { process, word, channel: Channel::new(Link::new(near)), tail, calls: 0 })
    }

    /// Whether a child that waits for a call is still there.
    pub fn is_alive(&mut self) -> bool {
        matches!(self.process.try_wait(), Ok(None))
    }

    /// Calls the plugin for each request, in their order; `take` is handed what came of each, and says whether the next
    /// is to be waited for. A child that failed, or whose answers were not waited for, is of no further use.
    ///
    /// # Errors
    /// When the child gave no answer within `time`. What it answered before was handed to `take`.
    pub fn call(
        &mut self,
        requests: &[Vec<u8>],
        limit: usize,
        time: Duration,
        take: &mut dyn FnMut(Answer, Vec<u8>) -> bool,
    ) -> Result<(), Failure> {
        self.tail.clear();
        self.exchange(requests, limit, time, take).map_err(|broken| self.fail(broken))
    }

    fn exchange(
        &mut self,
        requests: &[Vec<u8>],
        limit: usize,
        time: Duration,
        take: &mut dyn FnMut(Answer, Vec<u8>) -> bool,
    ) -> Result<(), Broken> {
        if self.channel.has_more() {
            return Err(Broken::Garbage);
        }
        self.channel.stream.begin(time)?;
        let value = u32::try_from(limit).unwrap_or(u32::MAX);
        let mut due = self.calls;
        for request in requests {
            self.calls = self.calls.wrapping_add(1);
            self.channel.queue(Head { kind: Kind::Call, call: self.calls, value }, request)?;
        }
        self.channel.flush()?;
        while due != self.calls {
            due = due.wrapping_add(1);
            let (head, body) = self.channel.receive(limit)?;
            let (answer, body) = match head {
                Head { kind: Kind::Returned, call, value } if call == due => {
                    (Answer::Returned(value.cast_signed()), body.to_vec())
                }
                Head { kind: Kind::TooLarge, call, .. } if call == due => (Answer::TooLarge, Vec::new()),
                _ => return Err(Broken::Garbage),
            };
            if due == self.calls && self.channel.has_more() {
                return Err(Broken::Garbage);
            }
            if !take(answer, body) && due != self.calls {
                return Err(Broken::Late);
            }
            // Each call has the whole time.
            self.channel.stream.begin(time)?;
        }
        Ok(())
    }

    /// Ends the child and says what became of it.
    fn fail(&mut self, broken: Broken) -> Failure {
        // A child that is ending closes its channel first: what ended it is worth a moment.
        let ended = if matches!(broken, Broken::Closed) { self.await_end() } else { None };
        self.end();
        match (broken, ended) {
            (Broken::Late, _) => Failure::Late,
            (Broken::System(error), _) => Failure::NotStarted(error),
            (_, Some(status)) => {
                let last_words = self.tail.last_words(ENDING);
                match status.signal() {
                    Some(signal) => Failure::Killed(signal, last_words),
                    None => Failure::Exited(status.code().unwrap_or_default(), last_words),
                }
            }
            (Broken::Closed | Broken::Garbage, None) => Failure::Garbage,
        }
    }

    fn await_end(&mut self) -> Option<ExitStatus> {
        let end = Instant::now() + ENDING;
        loop {
            match self.process.try_wait() {
                Ok(None) if Instant::now() < end => std::thread::sleep(Duration::from_micros(200)),
                waited => return waited.ok().flatten(),
            }
        }
    }

    /// Kills the child and all that it started.
    fn end(&mut self) {
        let group = Pid::from_child(&self.process);
        let is_there = self.is_alive();
        if is_there {
            // What is stopped starts nothing while what is below it is ended.
            let _ = kill_process_group(group, Signal::STOP);
            offspring::end_below(group);
        }
        let _ = kill_process_group(group, Signal::KILL);
        let _ = self.process.wait();
        if !is_there {
            offspring::end_marked(&self.word);
        }
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        self.end();
    }
}
