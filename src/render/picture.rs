//! The picture of a filing's progress: five steps from top to bottom, the present one on a card of its own, as PNG.
//!
//! The picture is written as SVG and drawn by `resvg`. Letters go in as outlines of the fonts in `font/`: so no font of the machine is
//! needed, the picture is the same everywhere, and what a person typed never becomes markup.

use std::fmt::Write as _;
use std::sync::OnceLock;

use resvg::{tiny_skia, usvg};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::DrawSettings;
use skrifa::outline::pen::SvgPen;
use skrifa::{FontRef, MetadataProvider as _};

use super::catalog::{Args, Catalog};
use crate::language::Language;

/// Where a filing stands on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Way {
    /// 1 to [`STEPS`].
    pub step: u8,
    pub mark: Mark,
}

/// How it stands with the step that the filing has come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Present,
    Rejected,
    Done,
}

/// The steps of a filing.
pub const STEPS: u8 = STEP_KEYS.len() as u8;

pub const STEP_KEYS: [&str; 5] =
    ["picture-step-prepare", "picture-step-provider", "picture-step-identity", "picture-step-authority", "picture-step-approved"];

/// Pixels of the picture. A phone shows it at about a third of that, so that the smallest letters are as large as those of a message.
pub const WIDTH: u32 = 1080;
pub const HEIGHT: u32 = 956;

// Where things stand, in pixels from the left and the top.
const MARGIN: f32 = 60.0;
const RIGHT: f32 = WIDTH as f32 - MARGIN;
const STEPS_TOP: f32 = 220.0;
const ROW_HEIGHT: f32 = 124.0;
const CARD_HEIGHT: f32 = 208.0;
const CARD_MARGIN: f32 = 32.0;
const MARKS_X: f32 = 128.0;
const LABELS_X: f32 = 224.0;
const LABEL_WIDTH: f32 = RIGHT - LABELS_X;
const HEADING_BASELINE: f32 = 88.0;
const TITLE_BASELINE: f32 = 172.0;
/// For a picture without a title, whose heading has both lines for itself.
const LONE_HEADING_BASELINE: f32 = 136.0;
const STEP_SIZE: f32 = 54.0;
const PRESENT_SIZE: f32 = 64.0;
const PILL_SIZE: f32 = 44.0;
const PILL_PADDING: f32 = 30.0;
const PILL_HEIGHT: f32 = 66.0;
const HEADING_SIZE: f32 = 44.0;
const LONE_HEADING_SIZE: f32 = 60.0;
const TITLE_SIZE: f32 = 68.0;
/// Between the heading and the count at the end of its line.
const HEADING_GAP: f32 = 40.0;
const MARK_RADIUS: f32 = 36.0;
const PRESENT_RADIUS: f32 = 46.0;
/// Between the present step and the edges of the room that it takes.
const CARD_GAP: f32 = 10.0;
/// From the middle of a line of letters down to its baseline, as a part of the size; fits Han characters as well as capitals and digits.
const MIDDLE: f32 = 0.37;

// Letters have a contrast of 4.5 or more to their ground, the marks of 3.
const GROUND: &str = "#f3f6fb";
const CARD: &str = "#ffffff";
const INK: &str = "#14213d";
const MUTED: &str = "#56627a";
const FAINT: &str = "#7f8da8";
const BLUE: &str = "#1d58c9";
const RED: &str = "#b92b27";
const GREEN: &str = "#16744f";

/// The picture of the way, as PNG, with the name of the filing above it; nothing for a step that there is not.
///
/// Characters of the texts and the title that the font has no glyph for are left out. A title that lacks letters then is left out whole:
/// «.cn» names another site than «商店.cn».
pub fn way(catalog: &Catalog, language: Language, way: Way, title: &str) -> Option<Vec<u8>> {
    let svg = svg(catalog, language, way, title)?;
    let tree = usvg::Tree::from_str(&svg, &usvg::Options::default()).ok()?;
    let mut pixels = tiny_skia::Pixmap::new(WIDTH, HEIGHT)?;
    resvg::render(&tree, tiny_skia::Transform::identity(), &mut pixels.as_mut());
    png(&pixels)
}

/// The pixels as PNG, without transparency, since the ground covers all. `Pixmap::encode_png` would take eight times as long for half of the
/// size, and the platform packs pictures anew anyway.
fn png(pixels: &tiny_skia::Pixmap) -> Option<Vec<u8>> {
    let colours: Vec<u8> = pixels.pixels().iter().flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&colours).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}

fn svg(catalog: &Catalog, language: Language, way: Way, title: &str) -> Option<String> {
    if !(1..=STEPS).contains(&way.step) {
        return None;
    }
    let fonts = fonts()?;
    let say = |key: &str| catalog.text(language, key, &Args::none());
    let mut sheet = Sheet { fonts, svg: format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">"#) };
    sheet.put(format_args!(r#"<rect width="{WIDTH}" height="{HEIGHT}" fill="{GROUND}"/>"#));

    let count = Args::none().with("step", way.step.to_string()).with("of", STEPS.to_string());
    let count = catalog.text(language, "picture-count", &count);
    let title = shown_title(&fonts.bold, title);
    let (baseline, heading) = match title {
        Some(_) => (HEADING_BASELINE, Line { font: &fonts.regular, size: HEADING_SIZE, fill: MUTED }),
        None => (LONE_HEADING_BASELINE, Line { font: &fonts.bold, size: LONE_HEADING_SIZE, fill: INK }),
    };
    let counter = Line { font: &fonts.regular, size: HEADING_SIZE, fill: MUTED };
    let count_width = counter.width(&count);
    sheet.line(&counter, RIGHT - count_width, baseline, count_width, &count);
    sheet.line(&heading, MARGIN, baseline, RIGHT - MARGIN - count_width - HEADING_GAP, &say("picture-heading"));
    if let Some(title) = title {
        sheet.line(&Line { font: &fonts.bold, size: TITLE_SIZE, fill: INK }, MARGIN, TITLE_BASELINE, RIGHT - MARGIN, &title);
    }

    let present = usize::from(way.step) - 1;
    sheet.card(way.mark, middle(present, present));
    // Over the card and behind the marks that they join.
    for index in 1..STEP_KEYS.len() {
        if index <= present {
            sheet.line_between(middle(index - 1, present), middle(index, present));
        } else {
            let above = if index - 1 == present { CARD_HEIGHT / 2.0 - CARD_GAP } else { MARK_RADIUS };
            sheet.dots_between(middle(index - 1, present) + above, middle(index, present) - MARK_RADIUS);
        }
    }
    for (index, key) in STEP_KEYS.into_iter().enumerate() {
        let y = middle(index, present);
        if index == present {
            sheet.present(way, y, &say(key), &say(way.mark.key()));
        } else {
            let behind = index < present;
            if behind {
                sheet.done(y, MARK_RADIUS)
            } else {
                sheet.ahead(y, index + 1)
            }
            let fill = if behind { INK } else { MUTED };
            sheet.line(&Line { font: &fonts.regular, size: STEP_SIZE, fill }, LABELS_X, y + STEP_SIZE * MIDDLE, LABEL_WIDTH, &say(key));
        }
    }
    sheet.svg.push_str("</svg>");
    Some(sheet.svg)
}

impl Mark {
    fn key(self) -> &'static str {
        match self {
            Mark::Present => "picture-mark-present",
            Mark::Rejected => "picture-mark-rejected",
            Mark::Done => "picture-mark-done",
        }
    }

    fn colour(self) -> &'static str {
        match self {
            Mark::Present => BLUE,
            Mark::Rejected => RED,
            Mark::Done => GREEN,
        }
    }
}

/// The height at which a step's mark has its middle; the present step takes more room than the others.
fn middle(index: usize, present: usize) -> f32 {
    let above = index as f32 * ROW_HEIGHT;
    STEPS_TOP
        + match index.cmp(&present) {
            std::cmp::Ordering::Less => above + ROW_HEIGHT / 2.0,
            std::cmp::Ordering::Equal => above + CARD_HEIGHT / 2.0,
            std::cmp::Ordering::Greater => above + CARD_HEIGHT - ROW_HEIGHT / 2.0,
        }
}

/// The title as the font can show it.
fn shown_title(font: &Font, title: &str) -> Option<String> {
    if title.chars().any(|c| c.is_alphanumeric() && !font.has(c)) {
        return None;
    }
    let shown: String = title.chars().filter(|c| font.has(*c)).collect();
    let shown = shown.trim();
    (!shown.is_empty()).then(|| shown.to_owned())
}

/// The picture while it is drawn.
struct Sheet<'f> {
    fonts: &'f Fonts,
    svg: String,
}

impl Sheet<'_> {
    fn put(&mut self, markup: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.svg.write_fmt(markup);
    }

    /// The way that the filing has gone.
    fn line_between(&mut self, from: f32, to: f32) {
        self.put(format_args!(r#"<path d="M{MARKS_X} {from}V{to}" stroke="{GREEN}" stroke-width="8"/>"#));
    }

    /// The way that is ahead.
    fn dots_between(&mut self, from: f32, to: f32) {
        let count = ((to - from) / 20.0).floor().max(1.0);
        for number in 1..=count as u8 {
            let y = from + (to - from) * f32::from(number) / (count + 1.0);
            self.put(format_args!(r#"<circle cx="{MARKS_X}" cy="{y}" r="4.5" fill="{FAINT}"/>"#));
        }
    }

    /// A disc with a tick.
    fn done(&mut self, y: f32, radius: f32) {
        self.put(format_args!(r#"<circle cx="{MARKS_X}" cy="{y}" r="{radius}" fill="{GREEN}"/>"#));
        let scale = radius / MARK_RADIUS;
        self.put(format_args!(
            r#"<path transform="translate({MARKS_X} {y}) scale({scale})" d="M-15 1L-5 11L15 -10" fill="none" stroke="{CARD}" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/>"#
        ));
    }

    /// A ring with a number.
    fn ahead(&mut self, y: f32, number: usize) {
        self.put(format_args!(
            r#"<circle cx="{MARKS_X}" cy="{y}" r="{}" fill="{GROUND}" stroke="{FAINT}" stroke-width="5"/>"#,
            MARK_RADIUS - 2.5
        ));
        self.number(y, 40.0, MUTED, number);
    }

    fn number(&mut self, y: f32, size: f32, fill: &str, number: usize) {
        let line = Line { font: &self.fonts.bold, size, fill };
        let number = number.to_string();
        let width = line.width(&number);
        self.line(&line, MARKS_X - width / 2.0, y + size * MIDDLE, width, &number);
    }

    /// The card that the present step stands on, with a shadow.
    fn card(&mut self, mark: Mark, y: f32) {
        let colour = mark.colour();
        let (left, width) = (CARD_MARGIN, WIDTH as f32 - 2.0 * CARD_MARGIN);
        let (top, height) = (y - CARD_HEIGHT / 2.0 + CARD_GAP, CARD_HEIGHT - 2.0 * CARD_GAP);
        self.put(format_args!(
            r#"<rect x="{left}" y="{}" width="{width}" height="{height}" rx="36" fill="{INK}" opacity="0.07"/>"#,
            top + 8.0
        ));
        self.put(format_args!(
            r#"<rect x="{left}" y="{top}" width="{width}" height="{height}" rx="36" fill="{CARD}" stroke="{colour}" stroke-width="5"/>"#
        ));
    }

    fn halo(&mut self, y: f32, colour: &str) {
        let radius = PRESENT_RADIUS + 15.0;
        // The first covers the line that leads here.
        for (fill, opacity) in [(CARD, 1.0), (colour, 0.18)] {
            self.put(format_args!(r#"<circle cx="{MARKS_X}" cy="{y}" r="{radius}" fill="{fill}" opacity="{opacity}"/>"#));
        }
    }

    /// The present step. Its marks differ in shape as well as in colour: a disc with the number, a diamond, a tick.
    fn present(&mut self, way: Way, y: f32, label: &str, mark: &str) {
        let colour = way.mark.colour();
        match way.mark {
            Mark::Present => {
                self.halo(y, colour);
                self.put(format_args!(r#"<circle cx="{MARKS_X}" cy="{y}" r="{PRESENT_RADIUS}" fill="{colour}"/>"#));
                self.number(y, 54.0, CARD, usize::from(way.step));
            }
            Mark::Rejected => {
                self.put(format_args!(
                    r#"<g transform="translate({MARKS_X} {y})"><rect x="-40" y="-40" width="80" height="80" rx="14" transform="rotate(45)" fill="{colour}"/><path d="M0 -26V6" stroke="{CARD}" stroke-width="11" stroke-linecap="round"/><circle cy="26" r="7" fill="{CARD}"/></g>"#
                ));
            }
            Mark::Done => {
                self.halo(y, colour);
                self.done(y, PRESENT_RADIUS);
            }
        }
        let fonts = self.fonts;
        let name = Line { font: &fonts.bold, size: PRESENT_SIZE, fill: INK };
        self.line(&name, LABELS_X, y - 43.0 + PRESENT_SIZE * MIDDLE, LABEL_WIDTH, label);
        let words = Line { font: &fonts.bold, size: PILL_SIZE, fill: CARD };
        let (words_width, pill_y) = (words.width(mark).min(LABEL_WIDTH - 2.0 * PILL_PADDING), y + 43.0);
        self.put(format_args!(
            r#"<rect x="{LABELS_X}" y="{}" width="{}" height="{PILL_HEIGHT}" rx="{}" fill="{colour}"/>"#,
            pill_y - PILL_HEIGHT / 2.0,
            words_width + 2.0 * PILL_PADDING,
            PILL_HEIGHT / 2.0
        ));
        self.line(&words, LABELS_X + PILL_PADDING, pill_y + PILL_SIZE * MIDDLE, words_width, mark);
    }

    /// A line of letters, made to fit into a width: smaller first, then cut.
    fn line(&mut self, line: &Line<'_>, x: f32, baseline: f32, width: f32, text: &str) {
        let (size, text) = line.fitted(width, text);
        let scale = size / line.font.em;
        self.put(format_args!(r#"<g transform="translate({x} {baseline}) scale({scale} -{scale})" fill="{}">"#, line.fill));
        let mut pen_x = 0.0;
        for (outline, advance) in text.chars().filter_map(|c| line.font.glyph(c)) {
            self.put(format_args!(r#"<path transform="translate({pen_x})" d="{outline}"/>"#));
            pen_x += advance;
        }
        self.svg.push_str("</g>");
    }
}

/// How a line of letters is set.
struct Line<'a> {
    font: &'a Font,
    size: f32,
    fill: &'a str,
}

/// How much smaller a line may become before it is cut instead.
const SMALLEST: f32 = 0.6;
const CUT: char = '…';

impl Line<'_> {
    fn width(&self, text: &str) -> f32 {
        text.chars().map(|c| self.font.advance(c)).sum::<f32>() * self.size / self.font.em
    }

    /// The size and the part of a text that fit into a width.
    fn fitted(&self, width: f32, text: &str) -> (f32, String) {
        let natural = self.width(text);
        // Widths that were measured before come back a rounding off.
        if natural <= width + 0.5 {
            return (self.size, text.to_owned());
        }
        let size = self.size * (width / natural).max(SMALLEST);
        let line = Line { size, ..*self };
        let mut text = text.to_owned();
        if line.width(&text) > width + 0.5 {
            while text.pop().is_some() && line.width(&text) + line.width(CUT.encode_utf8(&mut [0; 4])) > width {}
            text.push(CUT);
        }
        (size, text)
    }
}

struct Fonts {
    regular: Font,
    bold: Font,
}

struct Font {
    face: FontRef<'static>,
    /// Units of the font in its size.
    em: f32,
}

impl Font {
    fn new(bytes: &'static [u8]) -> Option<Font> {
        let face = FontRef::new(bytes).ok()?;
        let em = f32::from(face.metrics(Size::unscaled(), LocationRef::default()).units_per_em);
        Some(Font { face, em })
    }

    fn has(&self, c: char) -> bool {
        self.face.charmap().map(c).is_some()
    }

    /// How far the next character stands, in units of the font.
    fn advance(&self, c: char) -> f32 {
        let id = self.face.charmap().map(c);
        id.and_then(|id| self.face.glyph_metrics(Size::unscaled(), LocationRef::default()).advance_width(id)).unwrap_or(0.0)
    }

    /// The outline of a character, as the data of an SVG path, and its advance; in units of the font, y upwards.
    fn glyph(&self, c: char) -> Option<(String, f32)> {
        let id = self.face.charmap().map(c)?;
        let mut pen = SvgPen::new();
        self.face.outline_glyphs().get(id)?.draw(DrawSettings::unhinted(Size::unscaled(), LocationRef::default()), &mut pen).ok()?;
        Some((pen.to_string(), self.advance(c)))
    }
}

/// The fonts, read once. A test keeps them sound, so that the pictures are always there.
fn fonts() -> Option<&'static Fonts> {
    static FONTS: OnceLock<Option<Fonts>> = OnceLock::new();
    let read = || {
        let regular = Font::new(include_bytes!("font/NotoSansCJKsc-Regular.otf"))?;
        let bold = Font::new(include_bytes!("font/NotoSansCJKsc-Bold.otf"))?;
        Some(Fonts { regular, bold })
    };
    FONTS.get_or_init(read).as_ref()
}

#[cfg(test)]
#[allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]
mod tests {
    use std::collections::HashSet;
    use std::path::Path;

    use super::*;

    const MARKS: [Mark; 3] = [Mark::Present, Mark::Rejected, Mark::Done];

    fn catalog() -> Catalog {
        Catalog::built_in().unwrap_or_else(|problems| panic!("{problems:#?}"))
    }

    fn each_way() -> impl Iterator<Item = (Language, Way)> {
        let ways = (1..=STEPS).flat_map(|step| MARKS.map(|mark| Way { step, mark }));
        ways.flat_map(|way| Language::ALL.map(|language| (language, way)))
    }

    #[test]
    fn the_fonts_have_every_character_of_the_texts() {
        let fonts = fonts().expect("sound fonts");
        let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
        let mut texts = vec![("printable ASCII".to_owned(), (' '..='~').collect()), ("what ends a cut line".to_owned(), CUT.to_string())];
        for folder in std::fs::read_dir(locales).expect("the folder of the locales") {
            let file = folder.expect("an entry").path().join("picture.ftl");
            texts.push((file.display().to_string(), std::fs::read_to_string(&file).expect("a text file")));
        }
        assert!(texts.len() >= 2 + Language::ALL.len());
        for (place, text) in texts {
            for c in text.chars().filter(|c| !c.is_control()) {
                for (weight, font) in [("Regular", &fonts.regular), ("Bold", &fonts.bold)] {
                    assert!(
                        font.glyph(c).is_some_and(|(_, advance)| advance > 0.0),
                        "the font of the picture ({weight}) lacks «{c}» (U+{:04X}), which {place} needs: run .ci/subset-font",
                        u32::from(c)
                    );
                }
            }
        }
    }

    #[test]
    fn every_text_fits_in_its_full_size() {
        let (catalog, fonts) = (catalog(), fonts().expect("sound fonts"));
        for language in Language::ALL {
            let say = |key: &str| catalog.text(language, key, &Args::none());
            let mut lines = Vec::new();
            for key in STEP_KEYS {
                lines.push((&fonts.regular, STEP_SIZE, LABEL_WIDTH, say(key)));
                lines.push((&fonts.bold, PRESENT_SIZE, LABEL_WIDTH, say(key)));
            }
            lines.extend(MARKS.map(|mark| (&fonts.bold, PILL_SIZE, LABEL_WIDTH - 2.0 * PILL_PADDING, say(mark.key()))));
            let count = catalog.text(language, "picture-count", &Args::none().with("step", "5").with("of", "5"));
            let left = RIGHT - MARGIN - HEADING_GAP - Line { font: &fonts.regular, size: HEADING_SIZE, fill: INK }.width(&count);
            lines.push((&fonts.bold, LONE_HEADING_SIZE, left, say("picture-heading")));
            for (font, size, width, text) in lines {
                let natural = Line { font, size, fill: INK }.width(&text);
                assert!(natural <= width, "{language}: «{text}» is {natural} wide, there is room for {width}");
            }
        }
    }

    #[test]
    fn each_way_has_a_picture_of_its_own_that_is_always_the_same() {
        let catalog = catalog();
        let mut seen = HashSet::new();
        for (language, at) in each_way() {
            let png = way(&catalog, language, at, "shop.cn").expect("a picture");
            assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"), "{language} {at:?}");
            let size = [16, 20].map(|place| png[place..place + 4].iter().fold(0, |number, byte| number << 8 | u32::from(*byte)));
            assert_eq!(size, [WIDTH, HEIGHT], "{language} {at:?}");
            assert_eq!(way(&catalog, language, at, "shop.cn").expect("a picture"), png, "{language} {at:?}: drawn anew it differs");
            assert!(seen.insert(png), "{language} {at:?}: another way has the same picture");
        }
        assert_eq!(seen.len(), usize::from(STEPS) * MARKS.len() * Language::ALL.len());
    }

    #[test]
    fn there_is_no_picture_of_a_step_that_there_is_not() {
        for step in [0, STEPS + 1, u8::MAX] {
            assert_eq!(way(&catalog(), Language::Chinese, Way { step, mark: Mark::Present }, "shop.cn"), None, "{step}");
        }
    }

    #[test]
    fn a_title_shows_what_the_font_has_and_never_half_a_name() {
        let bold = &fonts().expect("sound fonts").bold;
        assert_eq!(shown_title(bold, "shop.cn").as_deref(), Some("shop.cn"));
        assert_eq!(shown_title(bold, " 🎉 <b>&amp;\u{200b}\n").as_deref(), Some("<b>&amp;"));
        assert_eq!(shown_title(bold, "备案 2").as_deref(), Some("备案 2"), "a filing without a name is called so");
        assert_eq!(shown_title(bold, "商店.cn"), None, "«.cn» would be another site");
        assert_eq!(shown_title(bold, "🎉 "), None);
    }

    #[test]
    fn titles_of_any_length_and_kind_are_drawn() {
        let (catalog, bold) = (catalog(), &fonts().expect("sound fonts").bold);
        let at = Way { step: 2, mark: Mark::Present };
        for title in [String::new(), "</svg>&\"'<".to_owned(), "W".repeat(2_000), "a-rather-long-name-of-a-site.example.com.cn".to_owned()]
        {
            assert!(way(&catalog, Language::English, at, &title).is_some(), "{title}");
            let line = Line { font: bold, size: TITLE_SIZE, fill: INK };
            let (size, text) = line.fitted(RIGHT - MARGIN, &title);
            assert!(Line { size, ..line }.width(&text) <= RIGHT - MARGIN + 0.5, "{text}");
        }
    }

    /// Writes the pictures for people to look at: `PICTURES=/tmp/pictures cargo test --lib pictures -- --ignored`.
    #[test]
    #[ignore = "writes files"]
    fn pictures_to_look_at() {
        let folder = std::env::var("PICTURES").expect("PICTURES names a folder");
        for (language, at) in each_way() {
            let title = if at.step == 4 { "" } else { "example-shop.com.cn" };
            let png = way(&catalog(), language, at, title).expect("a picture");
            std::fs::write(Path::new(&folder).join(format!("{language}-{}-{:?}.png", at.step, at.mark)), png).expect("a written file");
        }
    }
}
