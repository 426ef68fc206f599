package dev.countersign.report.pdf;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Writes the text of pictures as text with the embedded fonts, one set for each document. */
final class SvgText extends PdfBoxGraphics2DFontTextDrawer {
  private final Map<PdfFont, PDFont> embedded = new EnumMap<>(PdfFont.class);

  void draw(Graphics2D graphics, String text, Point2D start) {
    if (graphics instanceof PdfBoxGraphics2D pdf) {
      pdf.setFontTextDrawer(this);
    }
    graphics.drawString(text, (float) start.getX(), (float) start.getY());
  }

  @Override
  protected PDFont mapFont(Font font, IFontTextDrawerEnv target) throws IOException {
    PdfFont ours = PdfFont.of(font);
    PDFont known = embedded.get(ours);
    if (known != null) {
      return known;
    }
    PDFont loaded =
        PDType0Font.load(target.getDocument(), new ByteArrayInputStream(ours.bytes()), true);
    embedded.put(ours, loaded);
    return loaded;
  }
}
