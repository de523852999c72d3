//! Messages as lines of a file, for a program beside ours that knows the phone company.

use app::ports::Messenger;
use domain::Message;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead as _, BufReader, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// The file in the spool's folder.
const FILE: &str = "messages.jsonl";

/// Appends every message as one line of JSON to `messages.jsonl` in a folder.
///
/// A message that is there already is not written again: the worker asks again when it does not know whether the last
/// try arrived. One process writes to a folder at a time. To empty it, move the file away; the next message begins a new one.
#[derive(Debug)]
pub struct Spool {
    path: PathBuf,
    written: Mutex<HashSet<String>>,
}

/// One line. Ids are strings, as everywhere outside.
#[derive(Debug, Serialize, Deserialize)]
struct Line {
    id: String,
    /// Absent for the visit of a job that came from no lead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lead_id: Option<String>,
    to: String,
    text: String,
}

impl Spool {
    /// The spool in a folder, which is created when it is missing.
    ///
    /// # Errors
    /// When the folder cannot be created or its file not read.
    pub fn open(folder: &Path) -> io::Result<Spool> {
        fs::create_dir_all(folder)?;
        let path = folder.join(FILE);
        let written = match File::open(&path) {
            Ok(file) => ids(file)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => HashSet::new(),
            Err(error) => return Err(error),
        };
        Ok(Spool { path, written: Mutex::new(written) })
    }

    /// Appends one line and waits until the disk has it.
    fn append(&self, line: &Line) -> io::Result<()> {
        let mut file = OpenOptions::new().read(true).append(true).create(true).open(&self.path)?;
        let mut text = if is_cut_off(&mut file)? { "\n".to_owned() } else { String::new() };
        text.push_str(&serde_json::to_string(line)?);
        text.push('\n');
        file.write_all(text.as_bytes())?;
        file.sync_data()
    }
}

/// Whether the file ends within a line, as after a crash.
fn is_cut_off(file: &mut File) -> io::Result<bool> {
    if file.seek(SeekFrom::End(0))? == 0 {
        return Ok(false);
    }
    file.seek(SeekFrom::End(-1))?;
    let mut last = [0];
    file.read_exact(&mut last)?;
    Ok(last != *b"\n")
}

/// The ids in a spool. A line that was cut off by a crash names none: its message is written again.
fn ids(file: File) -> io::Result<HashSet<String>> {
    let mut ids = HashSet::new();
    for line in BufReader::new(file).split(b'\n') {
        ids.extend(serde_json::from_slice::<Line>(&line?).ok().map(|line| line.id));
    }
    Ok(ids)
}

impl Messenger for Spool {
    fn name(&self) -> &str {
        "spool"
    }

    fn send(&self, message: &Message) -> Result<(), String> {
        let mut written = self.written.lock().expect("nobody panics while holding it");
        let id = message.id.to_string();
        if written.contains(&id) {
            return Ok(());
        }
        let line = Line {
            id: id.clone(),
            lead_id: message.lead.map(|lead| lead.to_string()),
            to: message.to.clone(),
            text: message.text.clone(),
        };
        self.append(&line).map_err(|error| format!("cannot write to `{}`: {error}", self.path.display()))?;
        written.insert(id);
        Ok(())
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use domain::message::MessageState;
    use domain::{LeadId, MessageId};

    pub(crate) fn message(id: i64, text: &str) -> Message {
        Message {
            id: MessageId(id),
            lead: Some(LeadId(7)),
            appointment: None,
            purpose: domain::Purpose::Confirmation,
            to: "+16145550100".to_owned(),
            text: text.to_owned(),
            state: MessageState::Draft,
        }
    }

    fn lines(folder: &Path) -> Vec<String> {
        fs::read_to_string(folder.join(FILE)).unwrap().lines().map(str::to_owned).collect()
    }

    #[test]
    fn a_message_is_written_once_however_often_it_is_sent() {
        let folder = tempfile::tempdir().unwrap();
        let spool = Spool::open(folder.path()).unwrap();
        spool.send(&message(1, "see you\nat 8")).unwrap();
        spool.send(&message(1, "see you\nat 8")).unwrap();
        spool.send(&message(2, "bye")).unwrap();
        assert_eq!(lines(folder.path()).len(), 2);
        let first: Line = serde_json::from_str(&lines(folder.path())[0]).unwrap();
        assert_eq!((first.id.as_str(), first.text.as_str()), ("1", "see you\nat 8"));
    }

    #[test]
    fn a_new_process_knows_what_the_last_one_wrote() {
        let folder = tempfile::tempdir().unwrap();
        Spool::open(folder.path()).unwrap().send(&message(1, "hello")).unwrap();
        Spool::open(folder.path()).unwrap().send(&message(1, "hello")).unwrap();
        assert_eq!(lines(folder.path()).len(), 1);
    }

    #[test]
    fn a_line_cut_off_by_a_crash_is_written_again_on_its_own_line() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(FILE), "{\"id\":\"1\",\"lead").unwrap();
        Spool::open(folder.path()).unwrap().send(&message(1, "hello")).unwrap();
        let last = lines(folder.path()).pop().unwrap();
        assert_eq!(serde_json::from_str::<Line>(&last).unwrap().id, "1");
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        assert!(Spool::open(&file).is_err());
    }
}
