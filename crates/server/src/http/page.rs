//! The few pages that the program writes itself: they work without scripts, on any phone, for anybody.
//!
//! Their look is `/assets/form.css`; the classes are `card`, `field`, `hint`, `wrong`, `danger`, `calm`, `quiet`.

use app::FormPage;
use app::view::Received;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::fmt::Write as _;

/// What somebody typed into the form, kept when it has to be shown again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Typed {
    pub(crate) name: String,
    pub(crate) phone: String,
    pub(crate) email: String,
    pub(crate) address: String,
    pub(crate) message: String,
    pub(crate) preferred_time: String,
}

/// One line of the form.
struct Line<'a> {
    name: &'static str,
    label: &'static str,
    hint: &'static str,
    /// `type` and `autocomplete` of the input; a text area has none.
    kind: Option<(&'static str, &'static str)>,
    required: bool,
    value: &'a str,
}

/// What went wrong with a form that was sent.
pub(crate) struct Wrong<'a> {
    pub(crate) status: StatusCode,
    /// The whole, in a sentence.
    pub(crate) detail: &'a str,
    /// By name of the field.
    pub(crate) parts: Vec<(&'a str, &'a str)>,
}

/// The form of a company; with `wrong`, again with what was typed and what has to change.
pub(crate) fn form(company: &FormPage, typed: &Typed, wrong: Option<&Wrong<'_>>) -> Response {
    let name = escape(&company.name);
    let mut body = format!(
        "<header><p class=\"quiet\">{name}</p><h1>What can we do for you?</h1>{}</header>\n\
         <p class=\"calm\"><strong>In danger?</strong> Smell of gas, smoke, sparks or a sick headache: \
         leave the house first, then call {EMERGENCY}.</p>\n",
        call(company, Tongue::English.talk())
    );
    if let Some(wrong) = wrong {
        // What belongs to a field stands beside it.
        let detail = if wrong.parts.is_empty() {
            capitalised(&escape(wrong.detail))
        } else {
            "Please look at what is marked below".to_owned()
        };
        let _ = writeln!(
            body,
            "<div class=\"wrong\" role=\"alert\"><strong>This was not sent yet.</strong> {detail}. \
             What you typed is still here.</div>"
        );
    }
    let _ = writeln!(body, "<form method=\"post\" action=\"/in/form/{}\">", escape(&company.slug));
    for line in lines(typed) {
        let message = wrong.and_then(|wrong| wrong.parts.iter().find(|(path, _)| *path == line.name));
        write_line(&mut body, &line, message.map(|(_, message)| *message));
    }
    body.push_str("<button type=\"submit\">Send request</button>\n</form>\n");
    let status = wrong.map_or(StatusCode::OK, |wrong| wrong.status);
    page(status, &format!("Ask {} for help", company.name), &body)
}

fn lines(typed: &Typed) -> [Line<'_>; 6] {
    let input = |name, label, hint, kind, required, value| Line { name, label, hint, kind, required, value };
    [
        input(
            "message",
            "What is going on?",
            "In your own words. What, where, since when.",
            None,
            true,
            &typed.message,
        ),
        input("name", "Your name", "", Some(("text", "name")), true, &typed.name),
        input(
            "phone",
            "Phone",
            "So that we can call or text you back.",
            Some(("tel", "tel")),
            true,
            &typed.phone,
        ),
        input(
            "address",
            "Address",
            "Street, number and city, where the work is.",
            Some(("text", "street-address")),
            false,
            &typed.address,
        ),
        input("email", "E-mail", "", Some(("email", "email")), false, &typed.email),
        input(
            "preferred_time",
            "When suits you?",
            "For example: tomorrow morning, any day but Thursday.",
            Some(("text", "off")),
            false,
            &typed.preferred_time,
        ),
    ]
}

fn write_line(body: &mut String, line: &Line<'_>, message: Option<&str>) {
    let Line { name, label, hint, required, .. } = line;
    let value = escape(line.value);
    let optional = if *required { "" } else { " <span class=\"quiet\">optional</span>" };
    let mut described = Vec::new();
    let _ = writeln!(body, "<div class=\"field\"><label for=\"{name}\">{label}{optional}</label>");
    if !hint.is_empty() {
        described.push(format!("{name}-hint"));
        let _ = writeln!(body, "<p class=\"hint\" id=\"{name}-hint\">{hint}</p>");
    }
    if let Some(message) = message {
        described.push(format!("{name}-wrong"));
        let _ =
            writeln!(body, "<p class=\"wrong\" id=\"{name}-wrong\">{}</p>", capitalised(&escape(message)));
    }
    let mut marks = if *required { " required".to_owned() } else { String::new() };
    if message.is_some() {
        marks.push_str(" aria-invalid=\"true\"");
    }
    if !described.is_empty() {
        let _ = write!(marks, " aria-describedby=\"{}\"", described.join(" "));
    }
    let _ = match line.kind {
        Some((kind, complete)) => writeln!(
            body,
            "<input id=\"{name}\" name=\"{name}\" type=\"{kind}\" autocomplete=\"{complete}\" maxlength=\"500\" \
             value=\"{value}\"{marks}></div>"
        ),
        // A browser drops the first line break of a text area, so one is given to drop.
        None => writeln!(
            body,
            "<textarea id=\"{name}\" name=\"{name}\" rows=\"5\" maxlength=\"20000\"{marks}>\n{value}</textarea></div>"
        ),
    };
}

/// The number to call when lives are in danger, ready to be pressed.
const EMERGENCY: &str = "<a href=\"tel:911\">911</a>";

/// The language that somebody is answered in: the one they wrote in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tongue {
    English,
    Spanish,
}

impl Tongue {
    fn of(received: &Received) -> Tongue {
        if received.language == "es" { Tongue::Spanish } else { Tongue::English }
    }

    fn code(self) -> &'static str {
        self.say("en", "es")
    }

    fn talk(self) -> &'static str {
        self.say("Rather talk?", "¿Prefiere hablar?")
    }

    fn say(self, english: &'static str, spanish: &'static str) -> &'static str {
        match self {
            Tongue::English => english,
            Tongue::Spanish => spanish,
        }
    }
}

/// The request is on the disk. Nothing has been read yet but for danger: no more is promised than that somebody answers.
pub(crate) fn thanks(company: &FormPage, received: &Received, typed: &Typed) -> Response {
    let (name, tongue) = (escape(&company.name), Tongue::of(received));
    let mut body = String::new();
    let danger = received.instruction.as_deref();
    if let Some(instruction) = danger {
        let instruction = escape(instruction).replace("911", EMERGENCY);
        let first = tongue.say("Do this first", "Haga esto primero");
        let _ =
            writeln!(body, "<div class=\"danger\" role=\"alert\"><h1>{first}</h1><p>{instruction}</p></div>");
    }
    let (title, level) = match (danger, received.repeated) {
        (Some(_), _) => (tongue.say("A person is being told now", "Ya estamos avisando a una persona"), "h2"),
        (None, true) => (tongue.say("We have your request already", "Ya tenemos su solicitud"), "h1"),
        (None, false) => {
            (tongue.say("Thank you, we have your request", "Gracias, recibimos su solicitud"), "h1")
        }
    };
    let number = tongue.say("Your request has the number", "Su solicitud tiene el número");
    let talk = match danger {
        Some(_) => {
            tongue.say("Once you are safe, you can reach us at", "Cuando esté a salvo, puede llamarnos al")
        }
        None => tongue.talk(),
    };
    let _ = writeln!(
        body,
        "<header><p class=\"quiet\">{name}</p><{level}>{title}</{level}></header>\n\
         <p>{number} <strong>{}</strong>. {}</p>\n{}<p><a href=\"/form/{}\">{}</a></p>",
        escape(&received.reference),
        what_next(tongue, danger.is_some(), typed),
        call(company, talk),
        escape(&company.slug),
        tongue.say("Send another request", "Enviar otra solicitud")
    );
    page_in(tongue, StatusCode::ACCEPTED, title, &body)
}

/// How they are answered: by what they left.
fn what_next(tongue: Tongue, danger: bool, typed: &Typed) -> String {
    if danger {
        return tongue
            .say(
                "Somebody calls you back as soon as they can; do not wait for it.",
                "Alguien le llamará en cuanto pueda; no espere la llamada.",
            )
            .to_owned();
    }
    let how = match (typed.phone.trim(), typed.email.trim()) {
        ("", email) => {
            format!("{} {}", tongue.say("and writes to you at", "y le escribirá a"), escape(email))
        }
        (phone, _) => {
            let how = tongue.say("and calls or texts you at", "y le llamará o enviará un mensaje al");
            format!("{how} {}", escape(phone))
        }
    };
    format!("{} {how}.", tongue.say("Somebody reads it", "Una persona la leerá"))
}

/// There is no such company.
pub(crate) fn no_company() -> Response {
    let body = "<header><h1>There is no such form</h1></header>\n\
                <p>Please look at the address again: the last part is the company's name.</p>\n";
    page(StatusCode::NOT_FOUND, "There is no such form", body)
}

/// A one-time link that signs nobody in any more.
pub(crate) fn link_used(detail: &str) -> Response {
    let body = format!(
        "<header><h1>This link does not work any more</h1></header>\n<p>{}.</p>\n\
         <p><a href=\"/sign-in\">Sign in with e-mail and password</a></p>\n",
        capitalised(&escape(detail))
    );
    page(StatusCode::GONE, "This link does not work any more", &body)
}

/// The web app is not part of this build.
pub(crate) fn no_web_app() -> Response {
    let body = "<header><h1>The program runs, its web pages are missing</h1></header>\n\
                <p>Build them with <code>cargo xtask web --bless</code> and build the program again. \
                The API works: <a href=\"/api/openapi.json\">/api/openapi.json</a>.</p>\n";
    page(StatusCode::SERVICE_UNAVAILABLE, "The web pages are missing", body)
}

fn call(company: &FormPage, words: &str) -> String {
    if company.phone.is_empty() {
        return String::new();
    }
    let dialled: String =
        company.phone.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect();
    format!("<p>{words} <a href=\"tel:{dialled}\">{}</a></p>\n", escape(&company.phone))
}

fn page(status: StatusCode, title: &str, body: &str) -> Response {
    page_in(Tongue::English, status, title, body)
}

fn page_in(tongue: Tongue, status: StatusCode, title: &str, body: &str) -> Response {
    let lang = tongue.code();
    let title = escape(title);
    let html = format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"/assets/form.css\">\n</head>\n<body>\n<main class=\"card\">\n{body}</main>\n\
         </body>\n</html>\n"
    );
    (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response()
}

/// Text that cannot become markup, in an element and in a quoted attribute.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::to_bytes;

    async fn text(response: Response) -> String {
        let bytes = to_bytes(response.into_body(), 1 << 20).await.unwrap();
        String::from_utf8(bytes.to_vec()).unwrap()
    }

    fn company() -> FormPage {
        FormPage { name: "B & Sons".to_owned(), slug: "b".to_owned(), phone: "(614) 555-0100".to_owned() }
    }

    #[tokio::test]
    async fn what_was_typed_comes_back_and_never_as_markup() {
        let typed = Typed { message: "</textarea><script>alert(1)</script>".to_owned(), ..Typed::default() };
        let wrong = Wrong {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            detail: "`name`: say who you are",
            parts: vec![("name", "say who you are")],
        };
        let response = form(&company(), &typed, Some(&wrong));
        assert_eq!(response.status(), 422);
        let html = text(response).await;
        assert!(html.contains("&lt;/textarea&gt;&lt;script&gt;") && !html.contains("<script"), "{html}");
        assert!(
            html.contains("B &amp; Sons") && html.contains("id=\"name-wrong\">Say who you are"),
            "{html}"
        );
    }

    async fn answer(instruction: Option<&str>, language: &str, typed: &Typed) -> String {
        let received = Received {
            reference: "L7".to_owned(),
            repeated: false,
            instruction: instruction.map(str::to_owned),
            language: language.to_owned(),
        };
        text(thanks(&company(), &received, typed)).await
    }

    #[tokio::test]
    async fn an_instruction_stands_before_everything_else() {
        let html = answer(Some("Leave the house, then call 911."), "en", &Typed::default()).await;
        let (danger, number) = (html.find("Leave the house").unwrap(), html.find("L7").unwrap());
        assert!(danger < number);
        assert!(
            html.contains("call <a href=\"tel:911\">911</a>.") && !html.contains("Rather talk"),
            "{html}"
        );
    }

    #[tokio::test]
    async fn whoever_writes_spanish_is_answered_in_spanish() {
        let html = answer(Some("Salga de la casa."), "es", &Typed::default()).await;
        assert!(html.contains("lang=\"es\"") && html.contains("Haga esto primero"), "{html}");
        for english in ["Do this", "request", "safe", "number"] {
            assert!(!html.contains(english), "{english} in {html}");
        }
    }

    #[tokio::test]
    async fn no_more_is_promised_than_an_answer_where_they_can_be_reached() {
        let typed = Typed { email: "ann@example.com".to_owned(), ..Typed::default() };
        let html = answer(None, "en", &typed).await;
        assert!(html.contains("Somebody reads it and writes to you at ann@example.com."), "{html}");
        let typed = Typed { phone: "614-555-0142".to_owned(), ..typed };
        let html = answer(None, "en", &typed).await;
        assert!(html.contains("calls or texts you at 614-555-0142."), "{html}");
    }
}
