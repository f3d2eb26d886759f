//! Rules, locales and migrations are compiled in: a change to them is a change to the program.

fn main() {
    for folder in ["rules", "locales", "migrations"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
