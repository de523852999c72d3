//! A small company with its router, and people who send it requests.

use app::ports::{Clock, DemoClock};
use app::{App, Network, role_name};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, header};
use connect::NotConfigured;
use domain::Role;
use serde_json::Value;
use server::http::{Site, router};
use server::samples;
use std::sync::Arc;
use tempfile::TempDir;
use tokio::sync::{OnceCell, watch};
use tower::ServiceExt as _;

/// 09:40 in Columbus on an ordinary Tuesday.
const MORNING: &str = "2026-03-10T13:40:00Z";

/// Password of the accounts that the tests make.
pub(crate) const PASSWORD: &str = "correct horse battery";

/// A company on its first morning.
pub(crate) struct Office {
    pub(crate) app: App,
    pub(crate) router: Router,
    pub(crate) stop: watch::Sender<bool>,
    links: Vec<(Role, String)>,
    owner: OnceCell<Browser>,
    _folder: TempDir,
}

/// A browser that is signed in.
#[derive(Clone)]
pub(crate) struct Browser {
    pub(crate) cookie: String,
    pub(crate) csrf: String,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("not JSON: {}", self.text))
    }

    /// Status and code of a problem, or the status alone.
    pub(crate) fn verdict(&self) -> String {
        let is_problem = self.header("content-type") == "application/problem+json";
        let code = is_problem.then(|| self.json()["code"].as_str().unwrap_or("no code").to_owned());
        code.map_or_else(|| self.status.to_string(), |code| format!("{} {code}", self.status))
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

impl Office {
    pub(crate) async fn open() -> Office {
        let folder = tempfile::tempdir().unwrap();
        let network: Arc<Network> = Arc::new(samples::map().unwrap());
        let sample = samples::company(&network, Some(1), Some(6)).unwrap();
        let clock: Arc<dyn Clock> = Arc::new(DemoClock::starting_at(MORNING.parse().unwrap(), 1.0));
        let config = app::Config {
            database: format!("sqlite:{}", folder.path().join("dispatch.db").display()),
            clock,
            network: Some(network),
            messenger: Arc::new(NotConfigured),
            node: 1,
        };
        let app = App::open(config).await.unwrap();
        let demo = app.load_demo(&sample, &[], jiff::civil::date(2026, 3, 10)).await.unwrap();
        let stop = watch::Sender::new(false);
        let router = router(Site::new(app.clone(), None, stop.subscribe()));
        let links = demo.links.into_iter().map(|(_, role, token)| (role, token)).collect();
        Office { app, router, stop, links, owner: OnceCell::new(), _folder: folder }
    }

    pub(crate) async fn ask(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, 64 << 20).await.unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: parts.status.as_u16(), headers: parts.headers, text }
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.ask(Request::get(path).body(Body::empty()).unwrap()).await
    }

    /// Sends a form as a program does.
    pub(crate) async fn post_form(&self, body: impl Into<Body>, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::post("/in/form/buckeye").header(header::CONTENT_TYPE, "application/json");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.ask(request.body(body.into()).unwrap()).await
    }

    /// The token of a one-time link of the sample company.
    pub(crate) fn link(&self, role: Role) -> &str {
        &self.links.iter().find(|(known, _)| *known == role).expect("the sample has such a person").1
    }

    /// Signs in by the sample's link, or as a new account that the owner makes.
    pub(crate) async fn sign_in(&self, role: Role) -> Browser {
        if role == Role::Owner {
            return self.owner.get_or_init(async || self.by_link(role).await).await.clone();
        }
        if self.links.iter().any(|(known, _)| *known == role) {
            return self.by_link(role).await;
        }
        let owner = self.owner.get_or_init(async || self.by_link(Role::Owner).await).await;
        let name = role_name(role);
        let email = format!("{name}@buckeye.example");
        let account = format!(
            r#"{{"email": "{email}", "name": "{name}", "role": "{name}", "password": "{PASSWORD}"}}"#
        );
        let answer = self.change(owner, "POST", "/api/v1/users", &account).await;
        assert_eq!(answer.status, 201, "{}", answer.text);
        self.sign_in_with_password(&email).await.expect("the account was just made")
    }

    async fn by_link(&self, role: Role) -> Browser {
        let answer = self.get(&format!("/sign-in/{}", self.link(role))).await;
        assert_eq!(answer.status, 303);
        self.browser(&answer).await
    }

    async fn sign_in_with_password(&self, email: &str) -> Option<Browser> {
        let body = format!(r#"{{"email": "{email}", "password": "{PASSWORD}"}}"#);
        let request = Request::post("/api/v1/session").header(header::CONTENT_TYPE, "application/json");
        let answer = self.ask(request.body(Body::from(body)).unwrap()).await;
        if answer.status != 200 {
            return None;
        }
        Some(self.browser(&answer).await)
    }

    async fn browser(&self, answer: &Answer) -> Browser {
        let cookie = answer.header("set-cookie").split(';').next().unwrap_or_default().to_owned();
        let request = Request::get("/api/v1/session").header(header::COOKIE, &cookie);
        let session = self.ask(request.body(Body::empty()).unwrap()).await.json();
        Browser { cookie, csrf: session["csrf"].as_str().unwrap().to_owned() }
    }

    pub(crate) async fn read(&self, browser: &Browser, path: &str) -> Answer {
        self.ask(Request::get(path).header(header::COOKIE, &browser.cookie).body(Body::empty()).unwrap())
            .await
    }

    /// Sends a changing request as our own page does; an empty body has no type.
    pub(crate) async fn change(&self, browser: &Browser, method: &str, path: &str, body: &str) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        request = request.header(header::COOKIE, &browser.cookie).header("x-csrf-token", &browser.csrf);
        request = request.header(header::HOST, "localhost").header(header::ORIGIN, "http://localhost");
        if !body.is_empty() {
            request = request.header(header::CONTENT_TYPE, "application/json");
        }
        self.ask(request.body(Body::from(body.to_owned())).unwrap()).await
    }
}

/// A request for work, different for each number.
pub(crate) fn form(number: usize) -> String {
    format!(
        r#"{{"name": "Ana Ruiz", "phone": "614 555 {number:04}", "address": "1418 Summit St",
            "message": "No heat since last night, furnace {number} clicks but does not start."}}"#
    )
}
