//! Commands of the program, as those who run it call them.
#![allow(dead_code, clippy::expect_used, clippy::panic, reason = "not every test file uses all of it")]

use std::process::{Command, Output};

use serde_json::Value as Json;

/// What a command says, with its exit code.
pub fn told(output: &Output) -> String {
    let code = output.status.code().expect("an exit code");
    format!("{code}\n{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

pub fn run(mut command: Command) -> Output {
    command.env("LANG", "C").output().expect("the program runs")
}

/// What a command that succeeds writes.
pub fn said(command: Command) -> String {
    let output = run(command);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Objects, one a line.
pub fn lines(text: &str) -> Vec<Json> {
    text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
}
