//! Where rule files come from: compiled in, or a folder on disk.

use std::path::Path;
use std::sync::Arc;

use include_dir::{Dir, include_dir};

use super::problem::File;

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/rules");

/// Folders of a rule folder that hold something else than rules.
const OTHER_FOLDERS: [&str; 3] = ["calendar", "locales", "vocabulary"];

/// The rule files that are compiled into the program.
pub fn built_in() -> Vec<Arc<File>> {
    let mut files = Vec::new();
    collect(&BUILT_IN, &mut files);
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

fn collect(dir: &Dir<'_>, files: &mut Vec<Arc<File>>) {
    for file in dir.files() {
        let name = file.path().to_string_lossy().replace('\\', "/");
        if is_rule_file(&name)
            && let Some(text) = file.contents_utf8()
        {
            files.push(Arc::new(File { name, text: text.to_owned() }));
        }
    }
    for inner in dir.dirs() {
        collect(inner, files);
    }
}

fn is_rule_file(name: &str) -> bool {
    name.ends_with(".toml") && !OTHER_FOLDERS.iter().any(|folder| name.starts_with(&format!("{folder}/")))
}

/// Reads the rule files of a folder.
///
/// # Errors
/// When the folder or a file in it cannot be read as text.
pub fn read_folder(folder: &Path) -> std::io::Result<Vec<Arc<File>>> {
    let mut files = Vec::new();
    let mut pending = vec![folder.to_path_buf()];
    while let Some(dir) = pending.pop() {
        let named = |error: std::io::Error| std::io::Error::new(error.kind(), format!("{}: {error}", dir.display()));
        for entry in std::fs::read_dir(&dir).map_err(named)? {
            let path = entry?.path();
            let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            if path.is_dir() {
                pending.push(path);
            } else if is_rule_file(&name) {
                let text = std::fs::read_to_string(&path)
                    .map_err(|error| std::io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
                files.push(Arc::new(File { name, text }));
            }
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}
