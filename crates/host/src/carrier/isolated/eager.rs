//! A read that looks a few times before it sleeps. A call's answer is often a matter of microseconds, less than a
//! sleeping thread takes to wake.

use std::io;
use std::os::fd::AsFd;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use rustix::net::{RecvFlags, recv};

/// How long is looked before the thread sleeps: about what a call and two wake-ups take.
const LOOKING: Duration = Duration::from_micros(120);

/// Reads what is there, or arrives soon; `None` when it is worth sleeping.
///
/// # Errors
/// When the socket cannot be read.
pub fn read(socket: impl AsFd, buffer: &mut [u8]) -> io::Result<Option<usize>> {
    if !has_company() {
        return Ok(None);
    }
    let end = Instant::now() + LOOKING;
    loop {
        match recv(&socket, &mut *buffer, RecvFlags::DONTWAIT) {
            Ok((_, read)) => return Ok(Some(read)),
            Err(rustix::io::Errno::AGAIN | rustix::io::Errno::INTR) if Instant::now() < end => {
                std::thread::yield_now();
            }
            Err(rustix::io::Errno::AGAIN | rustix::io::Errno::INTR) => return Ok(None),
            Err(error) => return Err(error.into()),
        }
    }
}

/// Whether both ends can run at once. Where they cannot, looking only keeps the other from answering.
fn has_company() -> bool {
    static COMPANY: OnceLock<bool> = OnceLock::new();
    *COMPANY.get_or_init(|| std::thread::available_parallelism().is_ok_and(|cores| cores.get() > 1))
}
