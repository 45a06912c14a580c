package org.bellbuoy.server.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Binary XML of one chunk, after [MS-EVEN6] section 2.2.12 and the libevtx notes on the format.
 * Hostile bytes end in an {@link EvtxProblem}: nesting, tokens and text are bounded for each record
 * and for the chunk. Not thread safe.
 */
final class BinXml {
  private static final int MORE = 0x40;
  private static final int NO_VALUE = -1;
  private static final Map<String, String> ENTITIES =
      Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'");

  private final EvtxBytes in;
  private final BinXmlBudget budget = new BinXmlBudget();
  private final BinXmlSubstitutions none;

  BinXml(EvtxBytes in) {
    this.in = in;
    none = new BinXmlSubstitutions(in, new int[0], new int[0], new int[0]);
  }

  /** Text under way of an attribute; an optional value that is null takes the attribute away. */
  private static final class AttributeText {
    final StringBuilder text = new StringBuilder();
    boolean hasText;
    boolean absent;
  }

  /** The root element of the record between two offsets. */
  XmlNode.Element record(int from, int to) throws EvtxProblem {
    budget.nextRecord();
    List<XmlNode> nodes = new ArrayList<>(1);
    fragment(from, to, none, nodes, 0, false);
    for (XmlNode node : nodes) {
      if (node instanceof XmlNode.Element element) {
        return element;
      }
    }
    throw new EvtxProblem(from, "The record holds no element.");
  }

  private int fragment(
      int from, int to, BinXmlSubstitutions values, List<XmlNode> out, int depth, boolean embedded)
      throws EvtxProblem {
    int at = from;
    while (at < to) {
      int token = token(at);
      switch (token & ~MORE) {
        case 0x00 -> {
          return at + 1;
        }
        case 0x01 -> at = element(at, to, values, out, depth + 1, embedded);
        case 0x0a -> at = instruction(at, out);
        case 0x0c -> at = instance(at, to, out, depth + 1);
        case 0x0f -> {
          at += 4;
          // Within a fragment of their own elements are complete again.
          embedded = false;
        }
        default -> throw unexpected(at, token, "a fragment");
      }
    }
    return at;
  }

  private int instance(int from, int to, List<XmlNode> out, int depth) throws EvtxProblem {
    budget.deeper(from, depth);
    int definition = in.i32(from + 6);
    int at = from + 10;
    int room = in.length() - 24;
    if (definition < EvtxChunk.HEADER_BYTES || definition > room) {
      throw new EvtxProblem(
          from,
          "The template instance at chunk offset %d points to %d, outside the chunk's records."
              .formatted(from, definition & 0xffffffffL));
    }
    int bytes = in.size(definition + 20, room - definition, "size of a template");
    if (definition == at) {
      at += 24 + bytes;
    }
    int count = in.size(at, Math.max(0, (to - at - 4) / 4), "number of template values");
    at += 4;
    int[] offsets = new int[count];
    int[] sizes = new int[count];
    int[] types = new int[count];
    int value = at + 4 * count;
    for (int i = 0; i < count; i++) {
      offsets[i] = value;
      sizes[i] = in.u16(at + 4 * i);
      types[i] = in.u8(at + 4 * i + 2);
      value += sizes[i];
      if (value > to) {
        throw new EvtxProblem(
            at + 4 * i,
            "Template value %d of %d bytes at chunk offset %d leaves its record."
                .formatted(i, sizes[i], offsets[i]));
      }
    }
    int body = definition + 24;
    fragment(
        body, body + bytes, new BinXmlSubstitutions(in, offsets, sizes, types), out, depth, false);
    return value;
  }

  private int element(
      int from, int to, BinXmlSubstitutions values, List<XmlNode> out, int depth, boolean embedded)
      throws EvtxProblem {
    budget.deeper(from, depth);
    boolean listed = (in.u8(from) & MORE) != 0;
    // Elements that stand in a value without a fragment have no dependency identifier.
    boolean bare = embedded && in.holdsName(in.i32(from + 5));
    int at = from + (bare ? 1 : 3);
    int end = at + 4 + in.size(at, Math.max(0, to - at - 4), "size of an element");
    at += 4;
    String name = in.name(in.i32(at));
    at = afterName(at);
    Map<String, String> attributes = new LinkedHashMap<>();
    if (listed) {
      int list = at + 4 + in.size(at, Math.max(0, end - at - 4), "size of an attribute list");
      at += 4;
      while (at < list) {
        at = attribute(at, list, values, attributes);
      }
    }
    XmlNode.Element element = new XmlNode.Element(name, attributes);
    int token = token(at);
    if (token == 0x03) {
      out.add(element);
      return at + 1;
    }
    if (token != 0x02) {
      throw unexpected(at, token, "the end of a start tag");
    }
    return content(at + 1, end, values, element, out, depth, bare);
  }

  /**
   * Reads what an element holds and adds it to its parent, repeated where the value is an array.
   */
  private int content(
      int from,
      int end,
      BinXmlSubstitutions values,
      XmlNode.Element element,
      List<XmlNode> out,
      int depth,
      boolean bare)
      throws EvtxProblem {
    int at = from;
    int array = NO_VALUE;
    boolean absent = false;
    int parts = 0;
    while (true) {
      int token = token(at);
      int kind = token & ~MORE;
      if (kind == 0x04) {
        break;
      }
      if (at >= end) {
        throw new EvtxProblem(
            at, "The element %s does not end within its size.".formatted(element.name));
      }
      parts++;
      switch (kind) {
        case 0x01 -> at = element(at, end, values, element.children, depth + 1, bare);
        case 0x0a -> at = instruction(at, element.children);
        case 0x0c -> at = instance(at, end, element.children, depth + 1);
        case 0x0d, 0x0e -> {
          int index = in.u16(at + 1);
          int type = values.typeOf(index);
          if (type == BinXmlValues.NULL) {
            absent |= kind == 0x0e;
          } else if (type == BinXmlValues.BIN_XML) {
            int start = values.from(index);
            int stop = values.to(index);
            fragment(start, stop, none, element.children, depth + 1, true);
          } else if ((type & BinXmlValues.ARRAY) != 0) {
            array = index;
            element.append(String.join(", ", items(values, index)));
          } else {
            element.append(budget.counted(at, values.text(index)));
          }
          at += 4;
        }
        default -> {
          AttributeText text = new AttributeText();
          at = characters(at, token, text);
          element.append(text.text.toString());
        }
      }
    }
    if (array != NO_VALUE && parts == 1) {
      List<String> items = items(values, array);
      for (String item : items.isEmpty() ? List.of("") : items) {
        budget.count(at);
        XmlNode.Element copy =
            new XmlNode.Element(element.name, new LinkedHashMap<>(element.attributes));
        copy.append(budget.counted(at, item));
        out.add(copy);
      }
    } else if (!(absent && parts == 1)) {
      out.add(element);
    }
    return at + 1;
  }

  private int attribute(
      int from, int to, BinXmlSubstitutions values, Map<String, String> attributes)
      throws EvtxProblem {
    int token = token(from);
    if ((token & ~MORE) != 0x06) {
      throw unexpected(from, token, "an attribute");
    }
    String name = in.name(in.i32(from + 1));
    int at = afterName(from + 1);
    AttributeText text = new AttributeText();
    while (at < to && (in.u8(at) & ~MORE) != 0x06) {
      int part = token(at);
      int kind = part & ~MORE;
      if (kind == 0x0d || kind == 0x0e) {
        int index = in.u16(at + 1);
        int type = values.typeOf(index);
        if (type == BinXmlValues.NULL) {
          text.absent |= kind == 0x0e;
        } else {
          text.hasText = true;
          text.text.append(
              (type & BinXmlValues.ARRAY) != 0
                  ? String.join(", ", items(values, index))
                  : budget.counted(at, values.text(index)));
        }
        at += 4;
      } else {
        at = characters(at, part, text);
      }
    }
    if (text.hasText || !text.absent) {
      attributes.put(name, text.text.toString());
    }
    return at;
  }

  /** Text that stands in the binary XML itself: values, sections, references. */
  private int characters(int at, int token, AttributeText out) throws EvtxProblem {
    out.hasText = true;
    return switch (token & ~MORE) {
      case 0x05 -> {
        int type = in.u8(at + 1);
        if (type != 0x01) {
          throw new EvtxProblem(
              at,
              "The text at chunk offset %d has value type 0x%02x, only 0x01 is known there."
                  .formatted(at, type));
        }
        int length = in.u16(at + 2);
        out.text.append(budget.counted(at, in.utf16(at + 4, length)));
        yield at + 4 + 2 * length;
      }
      case 0x07 -> {
        int length = in.u16(at + 1);
        out.text.append(budget.counted(at, in.utf16(at + 3, length)));
        yield at + 3 + 2 * length;
      }
      case 0x08 -> {
        out.text.append((char) in.u16(at + 1));
        yield at + 3;
      }
      case 0x09 -> {
        String entity = in.name(in.i32(at + 1));
        out.text.append(ENTITIES.getOrDefault(entity, "&" + entity + ";"));
        yield afterName(at + 1);
      }
      default -> throw unexpected(at, token, "content");
    };
  }

  private int instruction(int from, List<XmlNode> out) throws EvtxProblem {
    String target = in.name(in.i32(from + 1));
    int at = afterName(from + 1);
    String data = "";
    if ((in.u8(at) & ~MORE) == 0x0b) {
      int length = in.u16(at + 1);
      data = budget.counted(at, in.utf16(at + 3, length));
      at += 3 + 2 * length;
    }
    out.add(new XmlNode.Instruction(target, data));
    return at;
  }

  /** Where reading goes on after the four bytes that point to a name, which may follow at once. */
  private int afterName(int pointer) throws EvtxProblem {
    int after = pointer + 4;
    return in.i32(pointer) == after ? after + in.nameBytes(after) : after;
  }

  private List<String> items(BinXmlSubstitutions values, int index) throws EvtxProblem {
    List<String> items = values.items(index);
    for (String item : items) {
      budget.counted(values.from(index), item);
    }
    return items;
  }

  private int token(int at) throws EvtxProblem {
    budget.count(at);
    return in.u8(at);
  }

  private static EvtxProblem unexpected(int at, int token, String where) {
    return new EvtxProblem(
        at,
        "The token 0x%02x at chunk offset %d is not known where %s is expected."
            .formatted(token, at, where));
  }
}
