//! The numbers of the search that were found by measuring.
//!
//! Found on generated boards of 10 to 400 technicians with seeds of their own, by processor time; `docs/benchmarks.md`
//! has the conditions. None of them is sharp: half or twice of each costs a few tenths of a per cent.

/// How the search goes about it.
#[derive(Debug, Clone)]
pub(crate) struct Tuning {
    /// The first temperature, as a share of what a served job is worth on average.
    pub(crate) hot: f64,
    /// The last temperature, likewise.
    pub(crate) cold: f64,
    /// From so many duties on the board is split in two halves.
    pub(crate) split_from: usize,
    /// Steps of a search between two meetings with the other one.
    pub(crate) round: u64,
    /// Without halves: meetings in a thousand at which the worse search goes on from the best plan.
    pub(crate) swap_per_mille: usize,
    /// How often each way to ruin is taken: strings, ejection, related, scattered, whole,
    /// tails, people, chain, exchange.
    pub(crate) ways: [usize; 9],
    /// How often each order to recreate is taken: random, dense, tight, rare, early, regret.
    pub(crate) orders: [usize; 6],
}

impl Default for Tuning {
    fn default() -> Tuning {
        Tuning {
            hot: 0.1,
            cold: 0.002,
            split_from: 40,
            round: 4000,
            swap_per_mille: 50,
            ways: [22, 55, 5, 4, 1, 3, 1, 6, 3],
            orders: [25, 25, 15, 15, 10, 10],
        }
    }
}
