package dev.countersign.report.diagram.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypefaceTest {
  @ParameterizedTest
  @CsvSource({"REGULAR,IBMPlexSans-Regular.ttf", "SEMI_BOLD,IBMPlexSans-SemiBold.ttf"})
  void widthsAreThoseThatFontBoxReads(Typeface face, String file) throws IOException {
    try (InputStream in =
            Typeface.class.getResourceAsStream("/dev/countersign/report/font/" + file);
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()))) {
      for (int letter = ' '; letter < 0x2200; letter++) {
        int glyph = font.getUnicodeCmapLookup().getGlyphId(letter);
        double expected = glyph == 0 ? 1.1 : font.getAdvanceWidth(glyph) / 1000.0;
        assertThat(face.width(Character.toString(letter), 1))
            .as("U+%04X", letter)
            .isCloseTo(expected, within(1e-9));
      }
    }
  }
}
