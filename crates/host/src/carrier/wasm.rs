//! A WebAssembly module in a sandbox: it has its own memory, the request, and a place for its answer; no files, no
//! clock, no environment. It is compiled once and begins anew with every call, so that no unit sees another's data.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use huibian_contract::{PluginId, PluginManifest, Words, abi};
use huibian_diagnostic::{Code, Diagnostic, Result};
use wasmi::{
    Caller, CompilationMode, Error, Extern, Linker, Module, Store, StoreLimits, StoreLimitsBuilder, TrapCode,
};

use super::Carrier;
use super::answer::panicked;
use super::budget::Budget;
use super::failures::Failures;
use crate::PluginFolder;
use crate::ceilings::RunLimits;
use crate::module::{self, CALL, IMPORTS, INPUT_READ, MEMORY, OUTPUT_WRITE, PANIC_MESSAGE};
use crate::turns::Turn;

/// How many functions a table may name.
const TABLE_ELEMENTS: usize = 100_000;
/// How much of a panic's message is kept, in bytes.
const MESSAGE_BYTES: usize = 4 << 10;
/// How many steps a call of the host takes, whatever it copies.
const STEPS_A_CALL: u64 = 100;
/// How much memory a call may take while others run, in MiB. One that needs more, and may have it, runs again by itself: so all
/// calls together take no more than this each, and the ceiling of one.
const BESIDE_OTHERS: u64 = 64;
/// Held by the call that takes more.
static ALONE: Mutex<()> = Mutex::new(());
/// Calls that took so many steps together are followed by no further one before their turn.
const STEPS_AHEAD: u64 = 1_000_000_000;
/// How many bytes the host copies for one step of fuel; the interpreter counts its own copies so.
const BYTES_A_STEP: u64 = 64;

/// A compiled module.
pub struct Wasm {
    id: PluginId,
    module: Module,
    linker: Linker<Call>,
    fuel: u64,
    memory_mib: u64,
    failures: Failures,
    budget: Budget,
}

impl Wasm {
    /// Compiles a module, holding it to all that [`module::inspect`] does.
    ///
    /// # Errors
    /// What [`module::inspect`] finds.
    pub fn load(folder: &PluginFolder, path: &Path, bytes: &[u8], run: &RunLimits) -> Result<Self> {
        let PluginManifest { id, limits, .. } = &folder.manifest;
        let module = module::compile(folder, path, bytes, CompilationMode::Eager)?;
        let mut linker = Linker::new(module.engine());
        link(&mut linker).map_err(|error| Diagnostic::new(Code::Internal).with_detail("reason", error))?;
        Ok(Self {
            id: id.clone(),
            module,
            linker,
            fuel: limits.fuel,
            memory_mib: limits.memory_mib.get().into(),
            failures: Failures::default(),
            budget: Budget::of_steps(id, run),
        })
    }

    fn run(&self, store: &mut Store<Call>) -> Result<i32, Error> {
        store.set_fuel(self.fuel)?;
        let length =
            u32::try_from(store.data().request.len()).map_err(|_| TrapCode::GrowthOperationLimited)?;
        let instance = self.linker.instantiate_and_start(&mut *store, &self.module)?;
        let call = instance.get_typed_func::<(u32, u32), i32>(&*store, CALL)?;
        call.call(store, (abi::OP_CONTRIBUTE, length))
    }

    fn fault(&self, call: Call, error: &Error) -> Diagnostic {
        let failed = |code| Diagnostic::new(code).with("id", &self.id);
        let trap = error.as_trap_code();
        match (call.stopped, call.panic, trap) {
            (Some(Stop::Overflow), ..) => failed(Code::ResponseTooLarge).with("limit", call.limit),
            (Some(Stop::Pointer(function)), ..) => failed(Code::ModulePointer).with("function", function),
            (_, Some(message), _) => panicked(&self.id, &message),
            (_, _, Some(TrapCode::OutOfFuel)) => failed(Code::ModuleFuel).with("fuel", self.fuel),
            (_, _, Some(TrapCode::GrowthOperationLimited | TrapCode::OutOfSystemMemory)) => {
                failed(Code::ModuleOutOfMemory).with("limit", self.memory_mib)
            }
            _ => failed(Code::ModuleTrapped).with("reason", reason(trap)).with_detail("detail", error),
        }
    }
}

/// Whether a module asked for memory that it may not have, or began with more.
fn is_out_of_memory(error: &Error) -> bool {
    matches!(
        error.as_trap_code(),
        None | Some(TrapCode::GrowthOperationLimited | TrapCode::OutOfSystemMemory)
    )
}

/// Whether a call used up all that it may have: it would do so at every unit.
fn is_dear(ended: &Result<i32, Error>) -> bool {
    let is_out = |error: &Error| match error.as_trap_code() {
        None => false,
        Some(TrapCode::OutOfFuel) => true,
        Some(_) => is_out_of_memory(error),
    };
    ended.as_ref().is_err_and(is_out)
}

/// What the message calls a trap.
fn reason(trap: Option<TrapCode>) -> &'static str {
    match trap {
        Some(TrapCode::UnreachableCodeReached) => "unreachable",
        Some(TrapCode::MemoryOutOfBounds) => "memory",
        Some(TrapCode::TableOutOfBounds | TrapCode::IndirectCallToNull) => "table",
        Some(TrapCode::BadSignature) => "signature",
        Some(TrapCode::IntegerDivisionByZero) => "division",
        Some(TrapCode::IntegerOverflow | TrapCode::BadConversionToInteger) => "number",
        Some(TrapCode::StackOverflow) => "stack",
        _ => "other",
    }
}

impl Carrier for Wasm {
    fn call(&self, requests: &[Vec<u8>], limit: usize, turn: &Turn<'_>) -> Vec<Result<Vec<u8>>> {
        let mut ahead = self.call_ahead(requests, limit).into_iter();
        turn.wait();
        let answer = |request: &Vec<u8>| {
            let called = ahead.next();
            if let Some(fault) = self.set_aside() {
                return Err(fault);
            }
            let Called { call, ended, steps } = called.unwrap_or_else(|| self.call_once(request, limit));
            self.budget.spend_steps(steps);
            self.judge(call, ended)
        };
        requests.iter().map(answer).collect()
    }
}

/// What a call came to, before it is counted in its turn.
struct Called {
    call: Call,
    ended: Result<i32, Error>,
    steps: u64,
}

impl Wasm {
    /// Calls before their turn, as long as none took much.
    fn call_ahead(&self, requests: &[Vec<u8>], limit: usize) -> Vec<Called> {
        let (mut ahead, mut steps) = (Vec::with_capacity(requests.len()), 0_u64);
        for request in requests {
            if steps > STEPS_AHEAD || self.set_aside().is_some() {
                break;
            }
            let called = self.call_once(request, limit);
            steps = steps.saturating_add(if is_dear(&called.ended) { u64::MAX } else { called.steps });
            ahead.push(called);
        }
        ahead
    }

    /// Why the module is asked no more in this run.
    fn set_aside(&self) -> Option<Diagnostic> {
        self.failures.set_aside(&self.id).or_else(|| self.budget.set_aside())
    }

    fn call_once(&self, request: &[u8], limit: usize) -> Called {
        let beside = self.memory_mib.min(BESIDE_OTHERS);
        let mut called = self.attempt(request, limit, beside);
        if beside < self.memory_mib && called.ended.as_ref().is_err_and(is_out_of_memory) {
            let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
            let steps = called.steps;
            called = self.attempt(request, limit, self.memory_mib);
            called.steps = called.steps.saturating_add(steps);
        }
        called
    }

    /// A call from the beginning, with so much memory.
    fn attempt(&self, request: &[u8], limit: usize, memory_mib: u64) -> Called {
        let memory = usize::try_from(memory_mib.saturating_mul(1 << 20)).unwrap_or(usize::MAX);
        let limits = StoreLimitsBuilder::new()
            .memory_size(memory)
            .table_elements(TABLE_ELEMENTS)
            .trap_on_grow_failure(true)
            .build();
        let output = Vec::new();
        let call = Call { request: request.to_vec(), output, limit, limits, stopped: None, panic: None };
        let mut store = Store::new(self.module.engine(), call);
        store.limiter(|call| &mut call.limits);
        let ended = self.run(&mut store);
        let steps = self.fuel.saturating_sub(store.get_fuel().unwrap_or_default());
        Called { call: store.into_data(), ended, steps }
    }

    fn judge(&self, mut call: Call, ended: Result<i32, Error>) -> Result<Vec<u8>> {
        if ended.is_ok() {
            self.failures.end();
        }
        let is_dear = is_dear(&ended);
        let bytes = std::mem::take(&mut call.output);
        let failed = |code| Diagnostic::new(code).with("id", &self.id);
        let message = || String::from_utf8_lossy(&bytes).into_owned();
        match ended {
            Ok(abi::STATUS_OK) => Ok(bytes),
            Ok(abi::STATUS_ERROR | abi::STATUS_BAD_INPUT) => {
                Err(failed(Code::PluginRefused).with("message", Words::of_wire(&bytes)))
            }
            Ok(abi::STATUS_PANICKED) => Err(panicked(&self.id, &call.panic.unwrap_or_else(message))),
            Ok(other) => Err(failed(Code::PluginStatus).with("status", other)),
            Err(error) => {
                let fault = self.fault(call, &error);
                if is_dear {
                    self.failures.count(&fault, "");
                }
                Err(fault)
            }
        }
    }
}

/// One call as the host sees it.
struct Call {
    request: Vec<u8>,
    output: Vec<u8>,
    limit: usize,
    limits: StoreLimits,
    stopped: Option<Stop>,
    panic: Option<String>,
}

/// Why the host refused the module something.
#[derive(Clone, Copy)]
enum Stop {
    /// The answer is larger than its limit.
    Overflow,
    /// The named function was given bytes outside the memory.
    Pointer(&'static str),
}

fn link(linker: &mut Linker<Call>) -> Result<(), Error> {
    linker.func_wrap(IMPORTS, INPUT_READ, |mut caller: Caller<'_, Call>, ptr: u32| {
        let length = caller.data().request.len();
        pay(&mut caller, length)?;
        let (memory, call) = memory(&mut caller)?;
        let start = ptr as usize;
        let Some(room) = start.checked_add(length).and_then(|end| memory.get_mut(start..end)) else {
            return call.stop(Stop::Pointer(INPUT_READ));
        };
        room.copy_from_slice(&call.request);
        Ok(())
    })?;
    linker.func_wrap(IMPORTS, OUTPUT_WRITE, |mut caller: Caller<'_, Call>, ptr: u32, len: u32| {
        pay(&mut caller, len as usize)?;
        let (memory, call) = memory(&mut caller)?;
        let Some(part) = slice(memory, ptr, len) else { return call.stop(Stop::Pointer(OUTPUT_WRITE)) };
        if part.len() > call.limit.saturating_sub(call.output.len()) {
            return call.stop(Stop::Overflow);
        }
        call.output.extend_from_slice(part);
        Ok(())
    })?;
    linker.func_wrap(IMPORTS, PANIC_MESSAGE, |mut caller: Caller<'_, Call>, ptr: u32, len: u32| {
        pay(&mut caller, len as usize)?;
        let (memory, call) = memory(&mut caller)?;
        let Some(message) = slice(memory, ptr, len) else { return call.stop(Stop::Pointer(PANIC_MESSAGE)) };
        let kept = &message[..message.len().min(MESSAGE_BYTES)];
        call.panic = Some(String::from_utf8_lossy(kept).into_owned());
        Ok(())
    })?;
    Ok(())
}

impl Call {
    /// Ends the call, remembering why.
    fn stop(&mut self, why: Stop) -> Result<(), Error> {
        self.stopped = Some(why);
        Err(TrapCode::UnreachableCodeReached.into())
    }
}

/// Takes the steps for copying so many bytes: what the host does for the module counts as the module's own.
fn pay(caller: &mut Caller<'_, Call>, bytes: usize) -> Result<(), Error> {
    let rest = caller.get_fuel()?.checked_sub(STEPS_A_CALL + bytes as u64 / BYTES_A_STEP);
    caller.set_fuel(rest.ok_or(TrapCode::OutOfFuel)?)
}

/// The module's memory beside the call.
fn memory<'c>(caller: &'c mut Caller<'_, Call>) -> Result<(&'c mut [u8], &'c mut Call), Error> {
    match caller.get_export(MEMORY) {
        Some(Extern::Memory(memory)) => Ok(memory.data_and_store_mut(caller)),
        _ => Err(TrapCode::MemoryOutOfBounds.into()),
    }
}

fn slice(memory: &[u8], ptr: u32, len: u32) -> Option<&[u8]> {
    let start = ptr as usize;
    memory.get(start..start.checked_add(len as usize)?)
}
