//! What the process asks of the system before anything else.

/// Makes a limit on the size of files an error like any other, and keeps patients' data out of the words of a panic.
pub fn prepare() {
    let _ = std::panic::take_hook();
    std::panic::set_hook(Box::new(|panic| {
        // The message of a panic may quote a text, and that text may be a patient's: only the place is told.
        let place = panic.location().map_or_else(String::new, |place| format!(" at {}:{}", place.file(), place.line()));
        super::print::message(&format!("error: this is a fault in handout{place}; please report it with this line"));
    }));
    ignore_file_size_signal();
}

/// The signal that a file grows over the limit (`ulimit -f`) would end the process without a word. With a handler, the
/// write fails instead (setrlimit(2), `EFBIG`).
#[cfg(unix)]
fn ignore_file_size_signal() {
    let noticed = std::sync::Arc::default();
    // Without the handler the system does what it always did.
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, noticed);
}

#[cfg(not(unix))]
fn ignore_file_size_signal() {}
