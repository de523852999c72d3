//! Situations drawn as text, the one question asked of each, and the answer.

mod brute;
mod checked;
mod drawn;
mod explained;
mod offered;
mod random;
mod suggested;
