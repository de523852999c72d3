//! Passwords: what makes a good one, and argon2.

use crate::error::Error;
use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use tokio::sync::Semaphore;

/// Shorter passwords are refused. Source: OWASP ASVS 5.0, 6.2.1 asks for at least eight; ours is stricter.
const LEAST: usize = 12;
/// Longer ones are refused, so that hashing stays bounded.
const LONGEST: usize = 256;

/// How many passwords are hashed at the same time; each takes some twenty megabytes.
static HASHING: Semaphore = Semaphore::const_new(4);

/// Refuses a password that is too short or too long; `path` names the field.
pub(crate) fn check(path: &str, password: &str) -> Result<(), Error> {
    if password.chars().count() < LEAST {
        return Err(Error::field(path, format!("use at least {LEAST} characters")));
    }
    if password.len() > LONGEST {
        return Err(Error::field(path, format!("use at most {LONGEST} bytes")));
    }
    Ok(())
}

/// Hashing takes tens of milliseconds on purpose, so it leaves the threads that answer requests alone.
pub(crate) async fn hashed(password: String) -> Result<String, Error> {
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

/// Whether a password is the one that was hashed.
pub(crate) async fn verified(password: String, hash: String) -> bool {
    let _turn = HASHING.acquire().await;
    let check = tokio::task::spawn_blocking(move || {
        PasswordHash::new(&hash)
            .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
    });
    check.await.unwrap_or(false)
}
