//! A small HTTP client on one kept-alive connection: what is measured is the server, not a library.

use std::io;
use std::net::SocketAddr;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpStream;

/// A connection, with the session that its answers have set.
pub(super) struct Client {
    stream: BufReader<TcpStream>,
    cookie: Option<String>,
    csrf: Option<String>,
}

/// What came back.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) body: String,
}

impl Client {
    /// Connects.
    pub(super) async fn connect(address: SocketAddr) -> io::Result<Client> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Client { stream: BufReader::new(stream), cookie: None, csrf: None })
    }

    /// Signs in with a one-time link's path.
    pub(super) async fn sign_in(&mut self, path: &str) -> io::Result<()> {
        let answer = self.send("GET", path, "").await?;
        if answer.status != 303 {
            return Err(io::Error::other(format!("signing in answers {}", answer.status)));
        }
        let session = self.get_json("/api/v1/session").await?;
        self.csrf = session["csrf"].as_str().map(str::to_owned);
        Ok(())
    }

    /// Sends `body` as JSON and takes the `csrf` of the answer, as setting up gives it.
    pub(super) async fn set_up(&mut self, body: &str) -> io::Result<()> {
        let answer = self.send("POST", "/api/v1/setup", body).await?;
        let session: serde_json::Value = serde_json::from_str(&answer.body)?;
        self.csrf = session["csrf"].as_str().map(str::to_owned);
        self.csrf.as_ref().map(|_| ()).ok_or_else(|| io::Error::other(answer.body))
    }

    /// The JSON behind a path.
    pub(super) async fn get_json(&mut self, path: &str) -> io::Result<serde_json::Value> {
        let answer = self.send("GET", path, "").await?;
        match answer.status {
            200 => Ok(serde_json::from_str(&answer.body)?),
            status => Err(io::Error::other(format!("`{path}` answers {status}: {}", answer.body))),
        }
    }

    /// One request and its answer. `body` is JSON.
    pub(super) async fn send(&mut self, method: &str, path: &str, body: &str) -> io::Result<Answer> {
        let mut request = format!(
            "{method} {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {}\r\n",
            body.len()
        );
        for (name, value) in [("Cookie", &self.cookie), ("X-CSRF-Token", &self.csrf)] {
            if let Some(value) = value {
                request.push_str(&format!("{name}: {value}\r\n"));
            }
        }
        request.push_str("\r\n");
        request.push_str(body);
        self.stream.write_all(request.as_bytes()).await?;
        self.read().await
    }

    async fn read(&mut self) -> io::Result<Answer> {
        let mut line = String::new();
        if self.stream.read_line(&mut line).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let status = line.split(' ').nth(1).and_then(|status| status.parse().ok());
        let status = status.ok_or_else(|| io::Error::other("that is no HTTP"))?;
        let mut length = 0;
        loop {
            line.clear();
            self.stream.read_line(&mut line).await?;
            let Some((name, value)) = line.trim_end().split_once(':') else { break };
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.trim().parse().map_err(io::Error::other)?,
                "transfer-encoding" => return Err(io::Error::other("an answer without a length")),
                "set-cookie" => self.cookie = value.trim().split(';').next().map(str::to_owned),
                _ => {}
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body).await?;
        Ok(Answer { status, body: String::from_utf8(body).map_err(io::Error::other)? })
    }
}
