package dev.countersign.report.pdf;

import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Point2D;
import java.text.AttributedCharacterIterator;
import java.text.CharacterIterator;
import org.apache.batik.gvt.font.AWTGVTFont;
import org.apache.batik.gvt.font.AWTGVTGlyphVector;
import org.apache.batik.gvt.font.GVTGlyphVector;
import org.apache.batik.gvt.text.GVTAttributedCharacterIterator.TextAttribute;
import org.apache.batik.gvt.text.TextPaintInfo;

/** An embedded font at one size, as pictures use it: its text stays text. */
final class SvgFont extends AWTGVTFont {
  private final SvgText text;

  SvgFont(PdfFont font, float size, SvgText text) {
    super(font.awt().deriveFont(size));
    this.text = text;
  }

  @Override
  public GVTGlyphVector createGlyphVector(FontRenderContext context, CharacterIterator characters) {
    GlyphVector glyphs = awtFont.createGlyphVector(context, read(characters));
    return new Line(glyphs, this, characters);
  }

  private static String read(CharacterIterator characters) {
    StringBuilder read = new StringBuilder();
    for (char c = characters.first(); c != CharacterIterator.DONE; c = characters.next()) {
      read.append(c);
    }
    characters.first();
    return read.toString();
  }

  /** Text that has its place. */
  private static final class Line extends AWTGVTGlyphVector {
    private final SvgFont font;
    private final String says;

    Line(GlyphVector glyphs, SvgFont font, CharacterIterator characters) {
      super(glyphs, font, font.scale, characters);
      this.font = font;
      this.says = read(characters);
    }

    @Override
    public void draw(Graphics2D graphics, AttributedCharacterIterator styled) {
      Object paint = styled.getAttribute(TextAttribute.PAINT_INFO);
      if (paint instanceof TextPaintInfo info && info.visible && info.fillPaint instanceof Paint) {
        Point2D start = getGlyphPosition(0);
        graphics.setPaint(info.fillPaint);
        // Batik keeps every font at one large size and scales what it measures.
        graphics.setFont(font.awtFont.deriveFont(font.getSize()));
        font.text.draw(graphics, says, start);
      }
    }
  }
}
