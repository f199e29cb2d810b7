//! A native library in children of this program, so that what ruins it costs one call.
//!
//! A child makes one call at a time; idle ones wait in a pool, so that there are at most as many as threads that call.
//! Requests of several units go to it together. Where one of them ruins it, those that it did not answer are asked one by
//! one and in the order of all units, so that the fault is told of the unit whose it is, and a plugin that keeps failing is set
//! aside at the same unit on any number of threads.
//! The channel between the two is a socket pair that the plugin does not know of; what the plugin prints goes elsewhere
//! ([`tail`]). This contains faults. It is no sandbox: the child may do whatever the user may.

mod child;
mod eager;
mod link;
mod offspring;
mod protocol;
mod serve;
mod tail;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use huibian_contract::{Limits, PluginId};
use huibian_diagnostic::{Code, Diagnostic, Result};
use rustix::process::Signal;

use super::Carrier;
use super::answer::Answer;
use super::budget::Budget;
use super::failures::Failures;
use crate::ceilings::RunLimits;
use crate::turns::Turn;
use child::{Child, Failure};
pub use serve::{program, serve};

/// The hidden command that makes a process a plugin's host.
const COMMAND: &str = "plugin-host";

/// Names, in the environment of a child, what it was started for. A program that does not ask [`serve`] is known by it.
const HOSTED: &str = "HUIBIAN_PLUGIN_HOST";

/// How many bytes of requests go to a child together: no more than a socket holds, so that nobody waits who is waited for.
const TOGETHER: usize = 64 << 10;

/// A native plugin that runs in children of this program.
pub struct Isolated {
    id: PluginId,
    library: PathBuf,
    limits: Limits,
    program: PathBuf,
    idle: Mutex<Vec<Child>>,
    failures: Failures,
    budget: Budget,
}

impl Isolated {
    /// A plugin whose children are started from `program` when they are needed. Nothing of it runs yet.
    pub fn new(id: &PluginId, library: &Path, limits: &Limits, run: &RunLimits, program: PathBuf) -> Self {
        Self {
            id: id.clone(),
            library: library.to_owned(),
            limits: limits.clone(),
            program,
            idle: Mutex::default(),
            failures: Failures::default(),
            budget: Budget::of_seconds(id, run),
        }
    }

    /// An idle child, or a new one.
    fn child(&self) -> Result<Child, Failure> {
        while let Some(mut child) = self.idle() {
            if child.is_alive() {
                return Ok(child);
            }
        }
        Child::start(&self.program, &self.library, &self.limits)
    }

    fn idle(&self) -> Option<Child> {
        lock(&self.idle).pop()
    }

    fn failed(&self, failure: &Failure) -> Diagnostic {
        let (fault, gist) = self.word(failure);
        self.failures.count(&fault, &gist);
        fault
    }

    /// A failure for a person, and what is particular about it in a word.
    fn word(&self, failure: &Failure) -> (Diagnostic, String) {
        let fault = |code| Diagnostic::new(code).with("id", &self.id);
        match failure {
            Failure::NotStarted(error) => {
                (fault(Code::PluginNotHosted).with("reason", error), error.to_string())
            }
            Failure::Refused(refused) => (refused.diagnostic(&self.id, &self.library), String::new()),
            Failure::Killed(signal, last_words) if is_out_of_memory(*signal, last_words) => {
                let limit = self.limits.memory_mib;
                let fault = fault(Code::PluginOutOfMemory).with("limit", limit).with("said", last_words);
                (fault, format!("{limit} MiB"))
            }
            Failure::Killed(signal, last_words) => {
                let name = name_of(*signal);
                (fault(Code::PluginKilled).with("signal", &name).with("said", last_words), name)
            }
            Failure::Exited(exit, last_words) => (
                fault(Code::PluginExited).with("exit", exit).with("said", last_words),
                format!("exit({exit})"),
            ),
            Failure::Late => {
                let seconds = self.limits.seconds;
                (fault(Code::PluginTimedOut).with("seconds", seconds), format!("{seconds} s"))
            }
            Failure::Garbage => (fault(Code::PluginGarbled), String::new()),
        }
    }

    /// Calls the plugin for requests that go together; as many answers as there are before it fails.
    fn call_together(
        &self,
        requests: &[Vec<u8>],
        limit: usize,
        answers: &mut Vec<Result<Vec<u8>>>,
    ) -> Result<(), Failure> {
        let time = Duration::from_secs(u64::from(self.limits.seconds.get()));
        let mut began = Instant::now();
        let mut take = |answer: Answer, output: Vec<u8>| {
            self.budget.spend_time(began.elapsed());
            began = Instant::now();
            answers.push(answer.judge(&self.id, limit, &output).map(|()| output));
            self.budget.set_aside().is_none()
        };
        let called = self.child().and_then(|mut child| {
            child.call(requests, limit, time, &mut take)?;
            Ok(child)
        });
        let child = called.inspect_err(|_| self.budget.waste_time(began.elapsed()))?;
        lock(&self.idle).push(child);
        Ok(())
    }

    /// What there is of answers before anything fails, and the failure of a request that went by itself.
    fn call_ahead(&self, requests: &[Vec<u8>], limit: usize) -> Vec<Result<Result<Vec<u8>>, Failure>> {
        let mut answers = Vec::with_capacity(requests.len());
        while answers.len() < requests.len() && self.set_aside().is_none() {
            let (begin, end) = (answers.len(), answers.len() + fitting(&requests[answers.len()..]));
            let called = self.call_together(&requests[begin..end], limit, &mut answers);
            if let Err(failure) = called {
                let mut answers: Vec<_> = answers.into_iter().map(Ok).collect();
                answers.extend((end - begin == 1).then_some(Err(failure)));
                return answers;
            }
        }
        answers.into_iter().map(Ok).collect()
    }

    /// Why the plugin is asked no more in this run.
    fn set_aside(&self) -> Option<Diagnostic> {
        self.failures.set_aside(&self.id).or_else(|| self.budget.set_aside())
    }

    /// A call in its turn.
    fn call_alone(&self, request: &Vec<u8>, limit: usize) -> Result<Vec<u8>> {
        if let Some(fault) = self.set_aside() {
            return Err(fault);
        }
        let mut answers = Vec::with_capacity(1);
        let called = self.call_together(std::slice::from_ref(request), limit, &mut answers);
        self.judge(called.and_then(|()| answers.pop().ok_or(Failure::Garbage)))
    }

    /// What came of a call, counted in its turn.
    fn judge(&self, answer: Result<Result<Vec<u8>>, Failure>) -> Result<Vec<u8>> {
        match answer {
            Ok(answer) => {
                self.failures.end();
                answer
            }
            Err(failure) => Err(self.failed(&failure)),
        }
    }
}

impl Carrier for Isolated {
    fn call(&self, requests: &[Vec<u8>], limit: usize, turn: &Turn<'_>) -> Vec<Result<Vec<u8>>> {
        let mut ahead = self.call_ahead(requests, limit).into_iter();
        turn.wait();
        let answer = |request| match ahead.next() {
            Some(answer) => self.failures.set_aside(&self.id).map_or_else(|| self.judge(answer), Err),
            None => self.call_alone(request, limit),
        };
        requests.iter().map(answer).collect()
    }
}

/// How many of the requests go together: one at least.
fn fitting(requests: &[Vec<u8>]) -> usize {
    let mut bytes = 0;
    let fits = |request: &&Vec<u8>| {
        bytes += request.len();
        bytes <= TOGETHER
    };
    requests.iter().take_while(fits).count().max(1)
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A language's runtime that gets no memory aborts, and says so.
fn is_out_of_memory(signal: i32, last_words: &str) -> bool {
    signal == Signal::ABORT.as_raw()
        && ["memory allocation of", "bad_alloc", "out of memory", "Out of memory"]
            .iter()
            .any(|phrase| last_words.contains(phrase))
}

/// What a signal is called.
fn name_of(signal: i32) -> String {
    let names = [
        (Signal::SEGV, "SIGSEGV"),
        (Signal::ABORT, "SIGABRT"),
        (Signal::BUS, "SIGBUS"),
        (Signal::ILL, "SIGILL"),
        (Signal::FPE, "SIGFPE"),
        (Signal::KILL, "SIGKILL"),
        (Signal::TERM, "SIGTERM"),
        (Signal::TRAP, "SIGTRAP"),
        (Signal::PIPE, "SIGPIPE"),
        (Signal::SYS, "SIGSYS"),
        (Signal::XCPU, "SIGXCPU"),
        (Signal::XFSZ, "SIGXFSZ"),
    ];
    let known = names.iter().find(|(known, _)| known.as_raw() == signal);
    known.map_or_else(|| format!("signal {signal}"), |(_, name)| (*name).to_owned())
}
