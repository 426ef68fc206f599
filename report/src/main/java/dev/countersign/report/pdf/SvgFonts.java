package dev.countersign.report.pdf;

import com.openhtmltopdf.svgsupport.PDFTranscoder.OpenHtmlFontResolver;
import java.awt.font.TextAttribute;
import java.text.AttributedCharacterIterator;
import java.util.Map;
import org.apache.batik.bridge.FontFace;
import org.apache.batik.gvt.font.GVTFont;
import org.apache.batik.gvt.font.GVTFontFace;
import org.apache.batik.gvt.font.GVTFontFamily;
import org.jspecify.annotations.Nullable;

/**
 * Gives pictures the embedded fonts. The resolver that comes with the library confuses weights and
 * draws outlines, which nobody can search.
 */
final class SvgFonts extends OpenHtmlFontResolver {
  private static final String MONO = "IBM Plex Mono";
  private final SvgText text = new SvgText();

  @Override
  public GVTFontFamily resolve(String family) {
    return new Family(family, text);
  }

  @Override
  public GVTFontFamily resolve(String family, FontFace face) {
    return resolve(family);
  }

  @Override
  public GVTFontFamily getFamilyThatCanDisplay(char c) {
    return getDefault();
  }

  @Override
  public GVTFontFamily getDefault() {
    return resolve("IBM Plex Sans");
  }

  /** The mono font where it is asked for, the sans fonts for every other name. */
  private record Family(String name, SvgText text) implements GVTFontFamily {
    @Override
    public String getFamilyName() {
      return name;
    }

    @Override
    public GVTFontFace getFontFace() {
      return new GVTFontFace(name);
    }

    @Override
    public GVTFont deriveFont(float size, AttributedCharacterIterator styled) {
      return deriveFont(size, styled.getAttributes());
    }

    @Override
    public GVTFont deriveFont(float size, Map attributes) {
      return new SvgFont(font(attributes), size, text);
    }

    @Override
    public boolean isComplex() {
      return false;
    }

    private PdfFont font(Map<?, ?> attributes) {
      if (name.contains(MONO)) {
        return PdfFont.MONO;
      }
      if (isAbove(attributes.get(TextAttribute.WEIGHT), TextAttribute.WEIGHT_REGULAR)) {
        return PdfFont.SEMI_BOLD;
      }
      return isAbove(attributes.get(TextAttribute.POSTURE), TextAttribute.POSTURE_REGULAR)
          ? PdfFont.ITALIC
          : PdfFont.REGULAR;
    }

    private static boolean isAbove(@Nullable Object value, float regular) {
      return value instanceof Float number && number > regular;
    }
  }
}
