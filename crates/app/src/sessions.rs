//! Signing in: sessions and one-time links.
//!
//! A session is an opaque random token; the database knows only its hash, so that a stolen database opens no session.

use crate::App;
use crate::access::{Who, permission_name};
use crate::error::{Error, Kind};
use crate::password;
use crate::view::{SessionView, SignIn, UserView};
use domain::{CompanyId, Permission, SignedDuration, Timestamp, User, UserId};
use ring::digest::{SHA256, digest};
use ring::rand::{SecureRandom, SystemRandom};
use store::Session;

/// A session ends when nobody used it for this long. Ours: two working weeks, so that nobody signs in every morning.
const IDLE_TIME: SignedDuration = SignedDuration::from_hours(14 * 24);
/// A session that is used every day ends after this much time all the same. OWASP ASVS 5.0, 7.3.2 asks for a limit;
/// the length is ours.
const LONGEST_SESSION: SignedDuration = SignedDuration::from_hours(90 * 24);
/// A session is written again when its end moves by at least this much, so that reading stays reading.
const STEP: SignedDuration = SignedDuration::from_hours(24);
/// A one-time link ends after this much time.
const LINK_TIME: SignedDuration = SignedDuration::from_hours(24);

/// A session that was just begun.
#[derive(Debug, Clone)]
pub struct NewSession {
    /// The value of the cookie; known to the browser only.
    pub token: String,
    /// Who is signed in.
    pub view: SessionView,
}

impl App {
    /// Signs in with a password.
    ///
    /// # Errors
    /// `not_signed_in` for any wrong combination, without saying which part is wrong.
    pub async fn sign_in(&self, credentials: SignIn) -> Result<NewSession, Error> {
        let email = credentials.email.trim().to_lowercase();
        let accounts = self.store.users_by_email(&email).await?;
        let known = !accounts.is_empty();
        for (company, user) in accounts {
            let Some(hash) = self.store.password_hash(company, user.value.id).await? else { continue };
            if password::verified(credentials.password.clone(), hash).await && user.value.active {
                return self.begin_session(company, user.value).await;
            }
        }
        if !known {
            // The same work when there is no such account, so that the time taken tells nothing.
            password::hashed(credentials.password).await?;
        }
        Err(Error::new(Kind::NotSignedIn, "wrong_credentials", "the e-mail address or the password is wrong"))
    }

    /// Who a session token belongs to.
    ///
    /// # Errors
    /// `not_signed_in` when there is no such session, it ended, or the account was closed.
    pub async fn session(&self, token: &str) -> Result<Who, Error> {
        let signed_out = || Error::new(Kind::NotSignedIn, "not_signed_in", "sign in first");
        let hash = hash_of(token);
        let session = self.store.session(&hash, self.now()).await?.ok_or_else(signed_out)?;
        let user = self.store.user(session.company, session.user).await?.ok_or_else(signed_out)?.value;
        if !user.active {
            return Err(signed_out());
        }
        self.keep_alive(&session).await;
        Ok(Who { user, company: session.company, csrf: session.csrf, session: hash })
    }

    /// Ends a session.
    ///
    /// # Errors
    /// `unavailable` when the database does not answer.
    pub async fn sign_out(&self, who: &Who) -> Result<(), Error> {
        Ok(self.store.end_session(&who.session).await?)
    }

    /// Signs in with a one-time link.
    ///
    /// # Errors
    /// `not_signed_in` when the link was used or is too old.
    pub async fn redeem_link(&self, token: &str) -> Result<NewSession, Error> {
        let used =
            || Error::new(Kind::NotSignedIn, "link_used", "this sign-in link was used already or is too old");
        let (company, user) = self.store.redeem_link(&hash_of(token), self.now()).await?.ok_or_else(used)?;
        let user = self.store.user(company, user).await?.ok_or_else(used)?.value;
        if !user.active {
            return Err(used());
        }
        self.begin_session(company, user).await
    }

    /// A one-time sign-in link for an account: the token to put into `/sign-in/{token}`.
    ///
    /// # Errors
    /// `unavailable` when the database does not answer.
    pub async fn make_link(&self, company: CompanyId, user: UserId) -> Result<String, Error> {
        let token = token();
        self.store.add_link(&hash_of(&token), company, user, self.now() + LINK_TIME).await?;
        Ok(token)
    }

    /// What the browser knows of a session.
    pub fn session_view(&self, who: &Who) -> SessionView {
        let permissions = Permission::ALL.into_iter().filter(|permission| who.user.role.may(*permission));
        SessionView {
            user: UserView::from(&who.user),
            csrf: who.csrf.clone(),
            permissions: permissions.map(|permission| permission_name(permission).to_owned()).collect(),
        }
    }

    /// Moves the end of a session that is used, up to its longest time.
    async fn keep_alive(&self, session: &Session) {
        let end = end_of(session.created, self.now());
        if end >= session.expires + STEP
            && let Err(error) = self.store.extend_session(&session.token_hash, end).await
        {
            // The session is good as it is; the next request tries again.
            tracing::warn!(%error, "a session was not extended");
        }
    }

    pub(crate) async fn begin_session(&self, company: CompanyId, user: User) -> Result<NewSession, Error> {
        let (token, csrf) = (token(), token());
        let session = hash_of(&token);
        let now = self.now();
        let begun = Session {
            token_hash: session.clone(),
            company,
            user: user.id,
            csrf: csrf.clone(),
            created: now,
            expires: end_of(now, now),
        };
        self.store.start_session(begun).await?;
        let who = Who { user, company, csrf, session };
        Ok(NewSession { token, view: self.session_view(&who) })
    }
}

/// When a session ends that began at `created` and is used at `now`.
fn end_of(created: Timestamp, now: Timestamp) -> Timestamp {
    (now + IDLE_TIME).min(created + LONGEST_SESSION)
}

/// 256 random bits, in 64 hexadecimal digits.
fn token() -> String {
    let mut bytes = [0u8; 32];
    SystemRandom::new().fill(&mut bytes).expect("the operating system has random numbers");
    hex(&bytes)
}

fn hash_of(token: &str) -> Vec<u8> {
    digest(&SHA256, token.as_bytes()).as_ref().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
