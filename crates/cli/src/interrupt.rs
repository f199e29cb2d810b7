//! Ctrl-C: what is begun is finished, and the rest is left; a second one ends the program, and so does one while it waits for
//! another command.

use std::process::exit;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// How a program ends that is told to twice.
const TOLD_TWICE: i32 = 2;

/// A flag that Ctrl-C raises.
pub struct Interrupt {
    raised: Arc<AtomicBool>,
    waits: Arc<AtomicBool>,
}

impl Interrupt {
    /// Heeds Ctrl-C from here on.
    ///
    /// # Errors
    /// Where the system takes no handler.
    pub fn heeded() -> anyhow::Result<Self> {
        let interrupt = Self { raised: Arc::default(), waits: Arc::default() };
        let (raised, waits) = (interrupt.raised.clone(), interrupt.waits.clone());
        ctrlc::set_handler(move || {
            if raised.swap(true, Ordering::SeqCst) || waits.load(Ordering::SeqCst) {
                exit(TOLD_TWICE);
            }
        })?;
        Ok(interrupt)
    }

    /// That nothing is begun, and that the program waits for another.
    pub fn waits(&self) {
        self.waits.store(true, Ordering::SeqCst);
        if self.raised.load(Ordering::SeqCst) {
            exit(TOLD_TWICE);
        }
    }

    /// The flag; from here on there is something to finish.
    pub fn flag(self) -> Arc<AtomicBool> {
        self.waits.store(false, Ordering::SeqCst);
        self.raised
    }
}
