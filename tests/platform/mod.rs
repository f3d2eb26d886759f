//! A platform for tests, and the program that runs on it.

pub mod fake;
pub mod scene;
pub mod service;
