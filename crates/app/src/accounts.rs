//! Signing in: passwords, sessions, one-time links, accounts.
//!
//! A session is an opaque random token; the database knows only its hash, so that a stolen database opens no session.

use crate::access::{Who, permission_name, role_name, role_of};

use crate::error::{Error, Kind};
use crate::view::{FirstOwner, NewUser, SessionView, SignIn, UserView};
use crate::{App, company};
use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use domain::{Actor, CompanyId, Entry, EntryKind, Permission, Role, SignedDuration, Subject, User, UserId};
use ring::digest::{SHA256, digest};
use ring::rand::{SecureRandom, SystemRandom};
use store::{Changeset, Session};
use tokio::sync::Semaphore;

/// A session ends after this much time. Ours: two working weeks, so that nobody signs in every morning.
const SESSION_TIME: SignedDuration = SignedDuration::from_hours(14 * 24);
/// A one-time link ends after this much time.
const LINK_TIME: SignedDuration = SignedDuration::from_hours(24);
/// Shorter passwords are refused. Source: OWASP ASVS 5.0, 6.2.1 asks for at least eight; ours is stricter.
const LEAST_PASSWORD: usize = 12;
/// Longer ones are refused, so that hashing stays bounded.
const LONGEST_PASSWORD: usize = 256;

/// The first company of an installation; the database refuses a second one of this id, so that of several people who
/// set up at the same moment one wins.
const FIRST_COMPANY: CompanyId = CompanyId(1);

/// How many passwords are hashed at the same time; each takes some twenty megabytes.
static HASHING: Semaphore = Semaphore::const_new(4);

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
            if verified(credentials.password.clone(), hash).await && user.value.active {
                return self.begin_session(company, user.value).await;
            }
        }
        if !known {
            // The same work when there is no such account, so that the time taken tells nothing.
            hashed(credentials.password).await?;
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

    /// Whether nobody has an account yet.
    ///
    /// # Errors
    /// `unavailable` when the database does not answer.
    pub async fn setup_needed(&self) -> Result<bool, Error> {
        Ok(self.store.has_no_users().await?)
    }

    /// Sets up the first company with its owner.
    ///
    /// # Errors
    /// `conflict` when somebody was quicker; a field error when a part makes no sense.
    pub async fn set_up(&self, owner: FirstOwner) -> Result<NewSession, Error> {
        if !self.setup_needed().await? {
            return Err(set_up_already());
        }
        check_password(&owner.password)?;
        let email = checked_email(&owner.email)?;
        let company = company::fresh(FIRST_COMPANY, &owner.company, &owner.time_zone)?;
        let user = User {
            id: UserId(self.new_id()),
            email,
            name: required("name", &owner.name)?,
            role: Role::Owner,
            technician: None,
            active: true,
        };
        let hash = hashed(owner.password).await?;
        let id = company.id;
        let entry = Entry::new(
            self.now(),
            Actor::System,
            EntryKind::CompanySetUp,
            format!("{} was set up", company.name),
        )
        .about(Subject::User(user.id));
        let mut changes = Changeset::new(id).add(company).add(user.clone()).entry(entry);
        changes.passwords.push((user.id, hash));
        if self.try_commit(changes).await?.is_err() {
            return Err(set_up_already());
        }
        self.begin_session(id, user).await
    }

    /// The accounts of the company.
    ///
    /// # Errors
    /// `forbidden` without the permission to manage accounts.
    pub async fn users(&self, who: &Who) -> Result<Vec<UserView>, Error> {
        who.require(Permission::ManageUsers)?;
        Ok(self.store.users(who.company).await?.iter().map(|user| show(&user.value)).collect())
    }

    /// Adds an account.
    ///
    /// # Errors
    /// `forbidden`, a field error, or `conflict` when the address has an account already.
    pub async fn add_user(&self, who: &Who, new: NewUser) -> Result<UserView, Error> {
        who.require(Permission::ManageUsers)?;
        check_password(&new.password)?;
        let role = role_of(&new.role).ok_or_else(|| {
            Error::field("role", "use owner, manager, dispatcher, csr, technician or read_only")
        })?;
        if role == Role::Owner {
            who.require(Permission::SignRules)?;
        }
        let email = checked_email(&new.email)?;
        let name = required("name", &new.name)?;
        let user = User { id: UserId(self.new_id()), email, name, role, technician: None, active: true };
        let hash = hashed(new.password).await?;
        let reason = format!("{} was added as {}", user.name, role_name(role));
        let entry = Entry::new(self.now(), who.actor(), EntryKind::AccountChanged, reason)
            .about(Subject::User(user.id));
        let mut changes = Changeset::new(who.company).add(user.clone()).entry(entry);
        changes.passwords.push((user.id, hash));
        self.commit(changes).await?;
        Ok(show(&user))
    }

    /// What the browser knows of a session.
    pub fn session_view(&self, who: &Who) -> SessionView {
        let permissions = Permission::ALL.into_iter().filter(|permission| who.user.role.may(*permission));
        SessionView {
            user: show(&who.user),
            csrf: who.csrf.clone(),
            permissions: permissions.map(|permission| permission_name(permission).to_owned()).collect(),
        }
    }

    async fn begin_session(&self, company: CompanyId, user: User) -> Result<NewSession, Error> {
        let (token, csrf) = (token(), token());
        let session = hash_of(&token);
        let now = self.now();
        let begun = Session {
            token_hash: session.clone(),
            company,
            user: user.id,
            csrf: csrf.clone(),
            created: now,
            expires: now + SESSION_TIME,
        };
        self.store.start_session(begun).await?;
        let who = Who { user, company, csrf, session };
        Ok(NewSession { token, view: self.session_view(&who) })
    }
}

fn show(user: &User) -> UserView {
    UserView {
        id: user.id.to_string(),
        email: user.email.clone(),
        name: user.name.clone(),
        role: role_name(user.role).to_owned(),
        active: user.active,
    }
}

fn set_up_already() -> Error {
    Error::new(Kind::Conflict, "set_up_already", "this installation has an owner already; sign in")
}

fn required(path: &str, text: &str) -> Result<String, Error> {
    match text.trim() {
        "" => Err(Error::field(path, "must not be empty")),
        text if text.chars().count() > 200 => Err(Error::field(path, "is longer than 200 characters")),
        text => Ok(text.to_owned()),
    }
}

fn checked_email(text: &str) -> Result<String, Error> {
    let email = text.trim().to_lowercase();
    let whole = email.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    if whole && email.len() <= 200 && !email.contains(char::is_whitespace) {
        Ok(email)
    } else {
        Err(Error::field("email", "is not an e-mail address"))
    }
}

fn check_password(password: &str) -> Result<(), Error> {
    if password.chars().count() < LEAST_PASSWORD {
        return Err(Error::field("password", format!("use at least {LEAST_PASSWORD} characters")));
    }
    if password.len() > LONGEST_PASSWORD {
        return Err(Error::field("password", format!("use at most {LONGEST_PASSWORD} bytes")));
    }
    Ok(())
}

/// Hashing takes tens of milliseconds on purpose, so it leaves the threads that answer requests alone.
async fn hashed(password: String) -> Result<String, Error> {
    let _turn = HASHING.acquire().await;
    let hash = tokio::task::spawn_blocking(move || {
        Argon2::default()
            .hash_password(password.as_bytes())
            .map(|hash| hash.to_string())
            .map_err(|why| why.to_string())
    });
    hash.await
        .map_err(|why| why.to_string())
        .flatten()
        .map_err(|why| Error::internal(why, "password".to_owned()))
}

async fn verified(password: String, hash: String) -> bool {
    let _turn = HASHING.acquire().await;
    let check = tokio::task::spawn_blocking(move || {
        PasswordHash::new(&hash)
            .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
    });
    check.await.unwrap_or(false)
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
