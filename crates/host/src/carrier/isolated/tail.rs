//! What a child printed last: its standard output and error go into one pipe, and the end of it is kept for messages.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::io::{self, PipeReader, Read};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How much is kept.
const KEPT: usize = 4 << 10;
/// How much of it a message quotes.
const QUOTED: usize = 600;

/// The end of what a child printed.
pub struct Tail {
    kept: Arc<Mutex<VecDeque<u8>>>,
    reader: JoinHandle<()>,
}

impl Tail {
    /// Reads a pipe on a thread of its own, so that a child that prints a lot is never held up.
    ///
    /// # Errors
    /// When the system starts no thread.
    pub fn of(mut pipe: PipeReader) -> io::Result<Self> {
        let kept = Arc::new(Mutex::new(VecDeque::new()));
        let shared = Arc::clone(&kept);
        let reader = thread::Builder::new().name("plugin-output".to_owned()).spawn(move || {
            let mut piece = [0; KEPT];
            while let Ok(count @ 1..) = pipe.read(&mut piece) {
                let mut kept = shared.lock().unwrap_or_else(PoisonError::into_inner);
                kept.extend(&piece[..count]);
                let surplus = kept.len().saturating_sub(KEPT);
                kept.drain(..surplus);
            }
        })?;
        Ok(Self { kept, reader })
    }

    /// Forgets what earlier calls printed.
    pub fn clear(&self) {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// What a dead child printed last, on one line. A descendant that left its group may hold the pipe open: no more
    /// than `patience` is spent on the end of it.
    pub fn last_words(&self, patience: Duration) -> String {
        let end = Instant::now() + patience;
        while !self.reader.is_finished() && Instant::now() < end {
            thread::sleep(Duration::from_millis(1));
        }
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        one_line(&String::from_utf8_lossy(kept.make_contiguous()))
    }
}

/// The end of a text, lines joined, without anything that would steer a terminal, and without numbers that threads bear
/// in this run alone: a record says the same each time.
fn one_line(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(without_thread_number);
    let line: String = lines.collect::<Vec<_>>().join(" | ").chars().filter(|c| !c.is_control()).collect();
    let surplus = line.chars().count().saturating_sub(QUOTED);
    let cut: String = line.chars().skip(surplus).collect();
    match (cut.is_empty(), surplus) {
        (true, _) => "–".to_owned(),
        (false, 0) => cut,
        (false, _) => format!("…{cut}"),
    }
}

/// A line of Rust's runtime, such as `thread 'main' (4711) panicked`, without the number.
fn without_thread_number(line: &str) -> Cow<'_, str> {
    let name =
        line.strip_prefix("thread '").and_then(|rest| rest.find("' (").map(|at| at + "thread '' ".len()));
    let Some(number) = name else { return line.into() };
    let rest = line[number + 1..].trim_start_matches(|c: char| c.is_ascii_digit());
    rest.strip_prefix(") ").map_or(line.into(), |rest| format!("{}{rest}", &line[..number]).into())
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn the_end_is_kept_however_much_there_is() {
        let (reader, mut writer) = io::pipe().unwrap();
        let tail = Tail::of(reader).unwrap();
        for _ in 0..10_000 {
            writer.write_all("第一行\nnoise\n".as_bytes()).unwrap();
        }
        writer.write_all("the \x1b[31mend\n".as_bytes()).unwrap();
        drop(writer);
        let said = tail.last_words(Duration::from_secs(5));
        assert!(said.starts_with('…') && said.ends_with("第一行 | noise | the [31mend"), "{said}");
        assert_eq!(said.chars().count(), QUOTED + 1);
        let runtime = "thread 'main' (4711) panicked at a.rs:1:1:\nthread 'x' (no) has\nthread 'y";
        assert_eq!(
            one_line(runtime),
            "thread 'main' panicked at a.rs:1:1: | thread 'x' (no) has | thread 'y"
        );
        tail.clear();
        assert_eq!(tail.last_words(Duration::ZERO), "–");
    }
}
