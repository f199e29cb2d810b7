//! The frames between the program and a child that hosts a plugin: a head of five little-endian numbers, then the body.
//! Frames that belong together are written with one write and read, as a rule, with one read.
//!
//! The child may be writing anything at all: nothing here trusts a number that it sent.

use std::io::{self, ErrorKind, Read, Write};
use std::ops::Range;

/// What opens every frame.
const MAGIC: u32 = u32::from_le_bytes(*b"hbp1");
const HEAD: usize = 20;
/// What one read takes at most before the length of the frame is known.
const READ: usize = 64 << 10;

/// What a frame is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// To the child: call the plugin with the body; the value is the largest answer it may give.
    Call = 1,
    /// From the child: the library is loaded.
    Ready = 2,
    /// From the child: the system refused the library; the body says why.
    Refused = 3,
    /// From the child: the library's table is too short; the value is its size.
    Short = 4,
    /// From the child: the plugin returned the value as its status; the body is its output.
    Returned = 5,
    /// From the child: the plugin wrote more than it may.
    TooLarge = 6,
}

const KINDS: [Kind; 6] =
    [Kind::Call, Kind::Ready, Kind::Refused, Kind::Short, Kind::Returned, Kind::TooLarge];

/// A frame's head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// What the frame is.
    pub kind: Kind,
    /// The number of the call: an answer bears its request's.
    pub call: u32,
    /// A number whose meaning depends on the kind.
    pub value: u32,
}

/// Why no frame was received.
#[derive(Debug)]
pub enum Broken {
    /// The other side is gone.
    Closed,
    /// It took too long.
    Late,
    /// What arrived is no frame.
    Garbage,
    /// The system failed.
    System(io::Error),
}

impl From<io::Error> for Broken {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::WouldBlock | ErrorKind::TimedOut => Self::Late,
            ErrorKind::BrokenPipe | ErrorKind::ConnectionReset | ErrorKind::UnexpectedEof => Self::Closed,
            _ => Self::System(error),
        }
    }
}

/// One end of the private channel, with its buffers.
pub struct Channel<S> {
    /// What carries the bytes.
    pub stream: S,
    /// Frames that have yet to be sent.
    queued: Vec<u8>,
    received: Vec<u8>,
    /// Which of the received bytes have yet to be looked at.
    unread: Range<usize>,
}

impl<S: Read + Write> Channel<S> {
    /// A channel over a stream.
    pub fn new(stream: S) -> Self {
        Self { stream, queued: Vec::new(), received: vec![0; READ], unread: 0..0 }
    }

    /// Sends a frame, after those that are queued.
    ///
    /// # Errors
    /// When it cannot be sent whole.
    pub fn send(&mut self, head: Head, body: &[u8]) -> Result<(), Broken> {
        self.queue(head, body)?;
        self.flush()
    }

    /// Puts a frame down to be sent with others.
    ///
    /// # Errors
    /// When it is too long.
    pub fn queue(&mut self, head: Head, body: &[u8]) -> Result<(), Broken> {
        let length = u32::try_from(body.len())
            .map_err(|_| Broken::System(io::Error::new(ErrorKind::InvalidInput, "4 GiB or more")))?;
        for number in [MAGIC, head.kind as u32, head.call, head.value, length] {
            self.queued.extend_from_slice(&number.to_le_bytes());
        }
        self.queued.extend_from_slice(body);
        Ok(())
    }

    /// Sends what is queued.
    ///
    /// # Errors
    /// When it cannot be sent whole.
    pub fn flush(&mut self) -> Result<(), Broken> {
        if !self.queued.is_empty() {
            self.stream.write_all(&self.queued)?;
            self.queued.clear();
        }
        Ok(())
    }

    /// How many bytes are queued.
    pub fn queued(&self) -> usize {
        self.queued.len()
    }

    /// Whether more has arrived than was received.
    pub fn has_more(&self) -> bool {
        !self.unread.is_empty()
    }

    /// Receives the next frame, with a body of at most `limit` bytes. Who waits for one has first sent what is queued.
    ///
    /// # Errors
    /// When there is none, or what arrives is none.
    pub fn receive(&mut self, limit: usize) -> Result<(Head, &[u8]), Broken> {
        loop {
            let unread = &self.received[self.unread.clone()];
            let due = head(unread, limit)?;
            if let Some((head, length)) = due
                && unread.len() >= length
            {
                let start = self.unread.start;
                self.unread.start += length;
                return Ok((head, &self.received[start + HEAD..start + length]));
            }
            self.flush()?;
            self.make_room(due.map_or(0, |(_, length)| length));
            match self.stream.read(&mut self.received[self.unread.end..]) {
                Ok(0) if self.unread.is_empty() => return Err(Broken::Closed),
                Ok(0) => return Err(Broken::Garbage),
                Ok(count) => self.unread.end += count,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Moves what is unread to the beginning, before room for a frame of `length` bytes.
    fn make_room(&mut self, length: usize) {
        self.received.copy_within(self.unread.clone(), 0);
        self.unread = 0..self.unread.len();
        if self.received.len() < length {
            self.received.resize(length, 0);
        }
    }
}

/// A frame's head and the frame's length, once enough of it is there.
fn head(bytes: &[u8], limit: usize) -> Result<Option<(Head, usize)>, Broken> {
    let mut numbers = [0; HEAD / 4];
    for (number, bytes) in numbers.iter_mut().zip(bytes.chunks_exact(4)) {
        *number = u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
    }
    let [magic, kind, call, value, length] = numbers;
    let opening = bytes.len().min(4);
    if bytes[..opening] != MAGIC.to_le_bytes()[..opening] {
        return Err(Broken::Garbage);
    }
    if bytes.len() < HEAD {
        return Ok(None);
    }
    let kind = KINDS.into_iter().find(|known| *known as u32 == kind);
    match (magic, kind, length as usize) {
        (MAGIC, Some(kind), length) if length <= limit => {
            Ok(Some((Head { kind, call, value }, HEAD + length)))
        }
        _ => Err(Broken::Garbage),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the other side sent, in pieces of `piece` bytes, and what was sent to it.
    struct Pieces {
        from: Vec<u8>,
        to: Vec<u8>,
        piece: usize,
    }

    impl Read for Pieces {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let count = self.piece.min(self.from.len()).min(buffer.len());
            buffer[..count].copy_from_slice(&self.from[..count]);
            self.from.drain(..count);
            Ok(count)
        }
    }

    impl Write for Pieces {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.to.extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn frame(head: Head, body: &[u8]) -> Vec<u8> {
        let mut channel = Channel::new(Pieces { from: Vec::new(), to: Vec::new(), piece: 0 });
        channel.send(head, body).unwrap();
        channel.stream.to
    }

    fn receive(from: &[u8], piece: usize, limit: usize) -> Result<(Head, Vec<u8>), Broken> {
        let mut channel = Channel::new(Pieces { from: from.to_vec(), to: Vec::new(), piece });
        let (head, body) = channel.receive(limit).map(|(head, body)| (head, body.to_vec()))?;
        if channel.has_more() { Err(Broken::Garbage) } else { Ok((head, body)) }
    }

    #[test]
    fn frames_that_arrive_together_are_received_one_by_one() {
        let bodies = [&b"one"[..], b"", &vec![7; 100_000], b"four"];
        let mut channel = Channel::new(Pieces { from: Vec::new(), to: Vec::new(), piece: 0 });
        for (call, body) in (1..).zip(bodies) {
            channel.queue(Head { kind: Kind::Call, call, value: 9 }, body).unwrap();
        }
        channel.flush().unwrap();
        for piece in [3, 21, 64, 70_000, usize::MAX] {
            let from = channel.stream.to.clone();
            let mut other = Channel::new(Pieces { from, to: Vec::new(), piece });
            for (call, body) in (1..).zip(bodies) {
                let received = other.receive(100_000).unwrap();
                assert_eq!(received, (Head { kind: Kind::Call, call, value: 9 }, body), "{piece}");
            }
            assert!(!other.has_more() && matches!(other.receive(9), Err(Broken::Closed)), "{piece}");
        }
    }

    #[test]
    fn a_frame_arrives_whole_however_it_is_cut() {
        let head = Head { kind: Kind::Returned, call: 7, value: 4 };
        for body in [&b""[..], b"x", &vec![7; 200_000]] {
            let sent = frame(head, body);
            for piece in [1, 3, 20, 21, 70_000, usize::MAX] {
                if piece == 1 && body.len() > 1000 {
                    continue;
                }
                let (received, received_body) = receive(&sent, piece, 200_000).unwrap();
                assert_eq!((received, received_body.as_slice()), (head, body), "{piece}");
            }
        }
    }

    #[test]
    fn whatever_is_no_frame_is_garbage() {
        let good = frame(Head { kind: Kind::Returned, call: 1, value: 0 }, b"{}");
        let changed = |at: usize, to: u8| {
            let mut bytes = good.clone();
            bytes[at] = to;
            bytes
        };
        let mut more = good.clone();
        more.push(0);
        for (what, bytes) in [
            ("text", b"hello, world\n".to_vec()),
            ("one byte", b"x".to_vec()),
            ("magic", changed(3, 0)),
            ("kind", changed(4, 99)),
            ("longer than it may be", changed(19, 0x7F)),
            ("cut off", good[..21].to_vec()),
            ("cut off in the head", good[..9].to_vec()),
            ("one byte more", more),
        ] {
            for piece in [1, usize::MAX] {
                let received = receive(&bytes, piece, 100);
                let garbage = matches!(received, Err(Broken::Garbage));
                // A byte beyond the frame shows itself only where it arrives with it.
                assert!(garbage || (what == "one byte more" && piece == 1), "{what}: {received:?}");
            }
        }
        assert!(matches!(receive(b"", 1, 100), Err(Broken::Closed)));
    }
}
