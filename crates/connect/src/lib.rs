//! Implements the ports of [`app`] towards the outside.
//!
//! Today that is messages: [`NotConfigured`] keeps them in the house, [`Spool`] writes them where another program can
//! take them. It decides nothing and remembers nothing that the outbox does not know better.

mod spool;

pub use spool::Spool;

use app::ports::Messenger;
use domain::Message;

/// No messenger is set up: messages stay in the house, and people see that they do.
#[derive(Debug, Clone, Copy, Default)]
pub struct NotConfigured;

impl Messenger for NotConfigured {
    fn name(&self) -> &str {
        "not_configured"
    }

    /// The worker looks at the name and does not ask; whoever asks anyway is told the truth.
    fn send(&self, _: &Message) -> Result<(), String> {
        Err("no messenger is configured; the message stays here".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_messenger_nothing_counts_as_sent() {
        assert_eq!(NotConfigured.name(), "not_configured");
        assert!(NotConfigured.send(&spool::tests::message(1, "hello")).is_err());
    }
}
