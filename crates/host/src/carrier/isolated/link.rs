//! The program's end of the private channel: a socket that gives up when a call's time is over.

use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::net::UnixStream;
use std::time::{Duration, Instant};

use super::eager;

/// A socket with a deadline. The system wakes a reader whose time is over, so that nobody else need watch.
pub struct Link {
    socket: UnixStream,
    end: Instant,
    /// The time that the socket was last told to wait.
    timeout: Duration,
    is_waiting_anew: bool,
}

impl Link {
    /// A link over a socket.
    pub fn new(socket: UnixStream) -> Self {
        Self { socket, end: Instant::now(), timeout: Duration::ZERO, is_waiting_anew: true }
    }

    /// Begins a call that may take `time`.
    ///
    /// # Errors
    /// When the system refuses the time.
    pub fn begin(&mut self, time: Duration) -> io::Result<()> {
        self.end = Instant::now() + time;
        self.is_waiting_anew = true;
        self.tell(time)
    }

    fn tell(&mut self, time: Duration) -> io::Result<()> {
        if self.timeout != time {
            self.socket.set_read_timeout(Some(time))?;
            self.socket.set_write_timeout(Some(time))?;
            self.timeout = time;
        }
        Ok(())
    }

    /// What is left of the call's time is all that a further read or write may wait: drips do not prolong it. The
    /// first read of a call, which is as a rule the only one, waits the whole time, and costs no further system call.
    fn remain(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.is_waiting_anew) {
            return Ok(());
        }
        let left = self.end.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(ErrorKind::TimedOut.into());
        }
        self.tell(left)
    }
}

impl Read for Link {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let is_first = self.is_waiting_anew;
        self.remain()?;
        if is_first && let Some(read) = eager::read(&self.socket, buffer)? {
            return Ok(read);
        }
        self.socket.read(buffer)
    }
}

impl Write for Link {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.socket.write(bytes)?;
        if written < bytes.len() {
            self.is_waiting_anew = false;
            self.remain()?;
        }
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.socket.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drips_do_not_prolong_a_call() {
        let (near, mut far) = UnixStream::pair().unwrap();
        let dripping = std::thread::spawn(move || {
            while far.write_all(b"x").is_ok() {
                std::thread::sleep(Duration::from_millis(20));
            }
        });
        let mut link = Link::new(near);
        let start = Instant::now();
        link.begin(Duration::from_millis(150)).unwrap();
        let mut byte = [0];
        let error = loop {
            if let Err(error) = link.read(&mut byte) {
                break error;
            }
        };
        assert!(matches!(error.kind(), ErrorKind::TimedOut | ErrorKind::WouldBlock), "{error}");
        assert!(start.elapsed() < Duration::from_mins(1));
        drop(link);
        dripping.join().unwrap();
    }

    #[test]
    fn a_reader_that_never_reads_does_not_hold_up_a_writer() {
        let (near, _far) = UnixStream::pair().unwrap();
        let mut link = Link::new(near);
        link.begin(Duration::from_millis(100)).unwrap();
        assert!(link.write_all(&vec![0; 8 << 20]).is_err());
    }
}
