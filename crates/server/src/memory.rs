//! Memory that a burst of work took and freed.

/// Gives freed memory back to the operating system. The C library keeps what the import of a company or a map freed,
/// tens of megabytes, in case it is wanted again.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub(crate) fn give_back() {
    #[expect(
        unsafe_code,
        reason = "the only way to ask; it takes a plain number and touches no memory of ours"
    )]
    // SAFETY: malloc_trim is thread-safe and frees only what the allocator holds free. Source: malloc_trim(3).
    unsafe {
        libc::malloc_trim(0);
    }
}

/// Other C libraries give memory back by themselves.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub(crate) fn give_back() {}
