//! Requests of the sample inbox: files in `samples/requests`, one request each, written by hand.

use domain::lead::{Sender, Turn};
use domain::{Channel, SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// A request as it came in, told from the start of the demo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Through which channel.
    pub channel: Channel,
    /// How long before 09:40 it came in, in minutes.
    pub minutes_ago: u32,
    /// What the channel tells about the sender; absent fields are unknown.
    #[serde(default)]
    pub sender: Sender,
    /// What was said; a form or an e-mail is one turn of the customer.
    pub turns: Vec<Turn>,
}

/// A request file is not what it should be.
#[derive(Debug, thiserror::Error)]
pub enum RequestError {
    /// It cannot be read.
    #[error("`{name}` cannot be read: {problem}")]
    BadFile {
        /// Its name.
        name: String,
        /// What is wrong with it, and where.
        problem: serde_json::Error,
    },
    /// Nobody says anything in it.
    #[error("`{name}` has no words in it")]
    Silent {
        /// Its name.
        name: String,
    },
}

impl Request {
    /// The request in a file.
    ///
    /// # Errors
    /// See [`RequestError`].
    pub fn from_json(name: &str, bytes: &[u8]) -> Result<Request, RequestError> {
        let request: Request = serde_json::from_slice(bytes)
            .map_err(|problem| RequestError::BadFile { name: name.to_owned(), problem })?;
        if request.turns.iter().all(|turn| turn.text.trim().is_empty()) {
            return Err(RequestError::Silent { name: name.to_owned() });
        }
        Ok(request)
    }

    /// When it came in, if the demo started at `start`.
    pub fn received(&self, start: Timestamp) -> Timestamp {
        start - SignedDuration::from_mins(i64::from(self.minutes_ago))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_read_from_its_file() {
        let text = r#"{"channel":"sms","minutes_ago":12,"sender":{"phone":"+16145550111"},
                       "turns":[{"speaker":"customer","text":"furnace quit"}]}"#;
        let request = Request::from_json("a.json", text.as_bytes()).unwrap();
        assert_eq!(request.sender.phone.as_deref(), Some("+16145550111"));
        assert_eq!(request.sender.name, None);
        let start: Timestamp = "2026-11-21T14:40:00Z".parse().unwrap();
        assert_eq!(request.received(start).to_string(), "2026-11-21T14:28:00Z");
    }

    #[test]
    fn a_file_that_is_no_request_is_refused_in_a_sentence() {
        let refused = |text: &str| Request::from_json("b.json", text.as_bytes()).unwrap_err().to_string();
        assert!(refused("{").starts_with("`b.json` cannot be read"));
        let silent = r#"{"channel":"sms","minutes_ago":1,"turns":[{"speaker":"customer","text":" "}]}"#;
        assert_eq!(refused(silent), "`b.json` has no words in it");
    }

    #[test]
    fn every_request_in_the_repository_can_be_read() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../samples/requests");
        let mut read = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "json") {
                let name = path.display().to_string();
                Request::from_json(&name, &std::fs::read(&path).unwrap()).unwrap();
                read += 1;
            }
        }
        assert_eq!(read, 20);
    }
}
