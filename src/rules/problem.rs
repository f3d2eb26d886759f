//! What is wrong with a rule folder, with the file, the place and what was expected.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// A file of a rule folder.
#[derive(Debug, PartialEq, Eq)]
pub struct File {
    /// Path inside the folder, with forward slashes.
    pub name: String,
    pub text: String,
}

/// One fault in a rule folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub file: Arc<File>,
    /// Where in the file, in bytes.
    pub span: Range<usize>,
    pub message: String,
    /// What was expected instead, or what to do.
    pub help: String,
}

impl Problem {
    /// The line of the fault, counted from 1.
    pub fn line(&self) -> usize {
        let before = self.file.text.get(..self.span.start).unwrap_or_default();
        before.matches('\n').count() + 1
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Problem {}

impl miette::Diagnostic for Problem {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.help))
    }

    fn source_code(&self) -> Option<&dyn miette::SourceCode> {
        Some(self)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = miette::LabeledSpan> + '_>> {
        let span = miette::SourceSpan::from((self.span.start, self.span.len()));
        Some(Box::new(std::iter::once(miette::LabeledSpan::underline(span))))
    }
}

impl miette::SourceCode for Problem {
    fn read_span<'a>(
        &'a self,
        span: &miette::SourceSpan,
        context_lines_before: usize,
        context_lines_after: usize,
    ) -> Result<Box<dyn miette::SpanContents<'a> + 'a>, miette::MietteError> {
        let inner = self.file.text.read_span(span, context_lines_before, context_lines_after)?;
        Ok(Box::new(miette::MietteSpanContents::new_named(
            self.file.name.clone(),
            inner.data(),
            *inner.span(),
            inner.line(),
            inner.column(),
            inner.line_count(),
        )))
    }
}

/// Collects faults, so that all are shown and not just the first.
#[derive(Debug, Default)]
pub struct Problems {
    pub list: Vec<Problem>,
}

impl Problems {
    pub fn add(&mut self, file: &Arc<File>, span: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        self.list.push(Problem { file: Arc::clone(file), span, message: message.into(), help: help.into() });
    }
}
