//! The program as its users see it: HTTP, the worker loop, commands, and the web app's files.
//!
//! A handler parses, calls one use case of [`app`], and answers; it decides nothing. This crate never sees the database
//! or the planner, so that nothing can go round a use case.
//!
//! Where to start: [`http`] holds the routes, [`commands`] what the binary can do, [`config`] what it runs on.

pub mod bench;
pub mod commands;
pub mod config;
pub mod http;
mod memory;
pub mod samples;
