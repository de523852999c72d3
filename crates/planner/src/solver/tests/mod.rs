//! The solver against other code on thousands of small random problems.

mod bounded;
mod drawn;
mod fits;
mod kept;
mod linked;
mod optimal;
mod reach;
mod undone;
