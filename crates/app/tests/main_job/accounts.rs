//! Accounts and sessions: who gets in, who is put out, and what the journal says about it.

use crate::house::{Home, House};
use app::view::{NewPassword, NewUser, PasswordChange, SignIn, UserView};
use app::{Error, Who};
use domain::{Role, SignedDuration, UserId};

const FIRST: &str = "four yellow tractors";
const SECOND: &str = "nine silent harbours";

async fn add(house: &House, email: &str, role: &str) -> UserId {
    let owner = house.who(Role::Owner).await;
    let new = NewUser {
        email: email.to_owned(),
        name: format!("Mr. {email}"),
        role: role.to_owned(),
        password: FIRST.to_owned(),
    };
    house.app.add_user(&owner, new).await.unwrap().id.parse().unwrap()
}

async fn sign_in(house: &House, email: &str, password: &str) -> Result<String, Error> {
    let credentials = SignIn { email: email.to_owned(), password: password.to_owned() };
    Ok(house.app.sign_in(credentials).await?.token)
}

async fn session(house: &House, token: &str) -> Result<Who, Error> {
    house.app.session(token).await
}

fn new(password: &str) -> NewPassword {
    NewPassword { password: password.to_owned() }
}

fn change(old: &str, new: &str) -> PasswordChange {
    PasswordChange { old: old.to_owned(), new: new.to_owned() }
}

async fn owners(house: &House) -> Vec<UserView> {
    let owner = house.who(Role::Owner).await;
    let users = house.app.users(&owner).await.unwrap();
    users.into_iter().filter(|user| user.role == "owner").collect()
}

#[track_caller]
fn refused<T: std::fmt::Debug>(answer: Result<T, Error>, code: &str) {
    assert_eq!(answer.expect_err(code).code, code);
}

/// What the journal says last about accounts.
async fn said(house: &House) -> String {
    let owner = house.who(Role::Owner).await;
    let entries = house.app.journal(&owner, 0, 500).await.unwrap();
    let last = entries.into_iter().rfind(|entry| entry.kind == "account_changed").unwrap();
    assert_eq!(last.subjects.len(), 1);
    last.reason
}

pub(crate) async fn who_is_closed_is_out_at_once(home: Home) {
    let house = House::new(home).await;
    let manager = house.who(Role::Manager).await;
    let id = add(&house, "cleo@example.com", "csr").await;
    let token = sign_in(&house, "cleo@example.com", FIRST).await.unwrap();
    assert!(!house.app.close_user(&manager, id).await.unwrap().active);
    assert_eq!(said(&house).await, "the account of Mr. cleo@example.com was closed");
    refused(session(&house, &token).await, "not_signed_in");
    refused(sign_in(&house, "cleo@example.com", FIRST).await, "wrong_credentials");
    // Closing again changes nothing, and the journal does not repeat it.
    let before = house.app.journal(&manager, 0, 500).await.unwrap().len();
    house.app.close_user(&manager, id).await.unwrap();
    assert_eq!(house.app.journal(&manager, 0, 500).await.unwrap().len(), before);
    assert!(house.app.reopen_user(&manager, id).await.unwrap().active);
    refused(session(&house, &token).await, "not_signed_in");
    sign_in(&house, "cleo@example.com", FIRST).await.unwrap();
    refused(house.app.close_user(&manager, UserId(404)).await, "not_found");
    house.is_whole().await;
}

pub(crate) async fn the_last_owner_stays(home: Home) {
    let house = House::new(home).await;
    let owner = house.who(Role::Owner).await;
    refused(house.app.close_user(&owner, owner.user.id).await, "last_owner");
    let second = add(&house, "olga@example.com", "owner").await;
    house.app.close_user(&owner, second).await.unwrap();
    refused(house.app.close_user(&owner, owner.user.id).await, "last_owner");
    house.app.reopen_user(&owner, second).await.unwrap();
    house.app.close_user(&owner, owner.user.id).await.unwrap();
    house.is_whole().await;
}

pub(crate) async fn of_two_owners_who_close_each_other_one_stays(home: Home) {
    let house = House::new(home).await;
    let first = house.who(Role::Owner).await;
    let id = add(&house, "olga@example.com", "owner").await;
    let token = sign_in(&house, "olga@example.com", FIRST).await.unwrap();
    let second = session(&house, &token).await.unwrap();
    let (app, own) = (house.app.clone(), first.user.id);
    let other = tokio::spawn(async move { app.close_user(&second, own).await });
    let answers = [house.app.close_user(&first, id).await, other.await.unwrap()];
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1, "{answers:?}");
    let code = answers.into_iter().find_map(Result::err).unwrap().code;
    assert_eq!(code, "last_owner");
    house.is_whole().await;
}

pub(crate) async fn a_manager_cannot_become_an_owner(home: Home) {
    let house = House::new(home).await;
    let manager = house.who(Role::Manager).await;
    let owner = owners(&house).await[0].id.parse().unwrap();
    refused(house.app.reset_password(&manager, owner, new(SECOND)).await, "forbidden");
    refused(house.app.close_user(&manager, owner).await, "forbidden");
    house.is_whole().await;
}

pub(crate) async fn a_changed_password_ends_the_other_sessions(home: Home) {
    let house = House::new(home).await;
    add(&house, "cleo@example.com", "csr").await;
    let here = sign_in(&house, "cleo@example.com", FIRST).await.unwrap();
    let there = sign_in(&house, "cleo@example.com", FIRST).await.unwrap();
    let cleo = session(&house, &here).await.unwrap();
    refused(house.app.change_password(&cleo, change("not this one", SECOND)).await, "wrong_password");
    refused(house.app.change_password(&cleo, change(FIRST, "short")).await, "invalid");
    refused(house.app.change_password(&cleo, change(FIRST, FIRST)).await, "invalid");
    session(&house, &there).await.unwrap();
    house.app.change_password(&cleo, change(FIRST, SECOND)).await.unwrap();
    assert_eq!(said(&house).await, "Mr. cleo@example.com changed their password");
    session(&house, &here).await.unwrap();
    refused(session(&house, &there).await, "not_signed_in");
    refused(sign_in(&house, "cleo@example.com", FIRST).await, "wrong_credentials");
    sign_in(&house, "cleo@example.com", SECOND).await.unwrap();
    house.is_whole().await;
}

pub(crate) async fn a_reset_password_is_the_only_one_that_works(home: Home) {
    let house = House::new(home).await;
    let manager = house.who(Role::Manager).await;
    let id = add(&house, "cleo@example.com", "csr").await;
    let token = sign_in(&house, "cleo@example.com", FIRST).await.unwrap();
    let link = house.app.make_link(manager.company, id).await.unwrap();
    refused(house.app.reset_password(&manager, id, new("short")).await, "invalid");
    house.app.reset_password(&manager, id, new(SECOND)).await.unwrap();
    assert_eq!(
        said(&house).await,
        format!("Mr. cleo@example.com got a new password from {}", manager.user.name)
    );
    refused(session(&house, &token).await, "not_signed_in");
    refused(house.app.redeem_link(&link).await, "link_used");
    refused(sign_in(&house, "cleo@example.com", FIRST).await, "wrong_credentials");
    sign_in(&house, "cleo@example.com", SECOND).await.unwrap();
    // A link does not get round a closed door.
    house.app.close_user(&manager, id).await.unwrap();
    let link = house.app.make_link(manager.company, id).await.unwrap();
    refused(house.app.redeem_link(&link).await, "link_used");
    house.is_whole().await;
}

pub(crate) async fn a_session_lasts_while_it_is_used(home: Home) {
    let house = House::new(home).await;
    let day = SignedDuration::from_hours(24);
    add(&house, "cleo@example.com", "csr").await;
    let used = sign_in(&house, "cleo@example.com", FIRST).await.unwrap();
    let idle = sign_in(&house, "cleo@example.com", FIRST).await.unwrap();
    for _ in 0..8 {
        house.clock.advance(day * 10);
        session(&house, &used).await.unwrap();
    }
    refused(session(&house, &idle).await, "not_signed_in");
    // Even a session that is used every day ends after ninety days.
    house.clock.advance(day * 10);
    refused(session(&house, &used).await, "not_signed_in");
    house.is_whole().await;
}
