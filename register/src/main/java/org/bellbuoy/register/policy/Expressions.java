package org.bellbuoy.register.policy;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;

/**
 * Turns a checked expression of CEL into nodes. CEL's own runtime takes an unknown within a value
 * for just another value, so that a comparison with it is false; here it stays unknown. Functions
 * that are not known here are refused when a rule is read.
 */
final class Expressions {
  private final Set<String> read;

  private Expressions(Set<String> read) {
    this.read = read;
  }

  /** A function or form that is not known here. */
  static final class Unsupported extends Exception {
    private static final long serialVersionUID = 1L;
    private final long expression;

    Unsupported(String what, long expression) {
      super(what);
      this.expression = expression;
    }

    /** Id of the part that is meant. */
    long expression() {
      return expression;
    }
  }

  /**
   * A checked expression as a node.
   *
   * @param read takes the name of each field that it reads of anything
   */
  static Node of(CelExpr expr, Set<String> read) throws Unsupported {
    return new Expressions(read).of(expr);
  }

  private Node of(CelExpr expr) throws Unsupported {
    return switch (expr.getKind()) {
      case CONSTANT -> literal(constant(expr.constant(), expr.id()));
      case IDENT -> named(expr.ident().name());
      case SELECT -> select(expr);
      case LIST -> list(expr);
      case CALL -> call(expr);
      case COMPREHENSION -> comprehension(expr);
      default -> throw new Unsupported("maps and messages", expr.id());
    };
  }

  private static Node literal(Object value) {
    return variables -> value;
  }

  private static Node named(String name) {
    return variables -> variables.get(name);
  }

  private static Object constant(CelConstant constant, long id) throws Unsupported {
    return switch (constant.getKind()) {
      case BOOLEAN_VALUE -> constant.booleanValue();
      case INT64_VALUE -> constant.int64Value();
      case DOUBLE_VALUE -> constant.doubleValue();
      case STRING_VALUE -> constant.stringValue();
      default -> throw new Unsupported("constants other than bool, int, double, string", id);
    };
  }

  private Node select(CelExpr expr) throws Unsupported {
    if (expr.select().testOnly()) {
      throw new Unsupported("has()", expr.id());
    }
    Node operand = of(expr.select().operand());
    // The same text as in the code: facts are told apart by field on the hot path.
    String field = expr.select().field().intern();
    read.add(field);
    return variables -> {
      Object of = operand.value(variables);
      return of instanceof Struct struct ? struct.get(field) : Unknown.VALUE;
    };
  }

  private Node list(CelExpr expr) throws Unsupported {
    List<Node> items = nodes(expr.list().elements());
    return variables -> {
      List<Object> values = new ArrayList<>(items.size());
      items.forEach(item -> values.add(item.value(variables)));
      return values;
    };
  }

  private List<Node> nodes(List<CelExpr> exprs) throws Unsupported {
    List<Node> nodes = new ArrayList<>();
    for (CelExpr each : exprs) {
      nodes.add(of(each));
    }
    return nodes;
  }

  private Node call(CelExpr expr) throws Unsupported {
    List<CelExpr> parts = new ArrayList<>();
    expr.call().target().ifPresent(parts::add);
    parts.addAll(expr.call().args());
    List<Node> args = nodes(parts);
    return switch (expr.call().function()) {
      case "_&&_" -> shortcut(args, Boolean.FALSE);
      case "_||_" -> shortcut(args, Boolean.TRUE);
      case "!_" -> variables -> ThreeValued.not(args.get(0).value(variables));
      case "@not_strictly_false" ->
          variables -> !Boolean.FALSE.equals(args.get(0).value(variables));
      case "_==_" ->
          variables ->
              ThreeValued.equal(args.get(0).value(variables), args.get(1).value(variables));
      case "_!=_" ->
          variables ->
              ThreeValued.not(
                  ThreeValued.equal(args.get(0).value(variables), args.get(1).value(variables)));
      case "@in" ->
          variables -> ThreeValued.in(args.get(0).value(variables), args.get(1).value(variables));
      case "_<_" -> compare(args, sign -> sign < 0);
      case "_<=_" -> compare(args, sign -> sign <= 0);
      case "_>_" -> compare(args, sign -> sign > 0);
      case "_>=_" -> compare(args, sign -> sign >= 0);
      case "size" -> variables -> ThreeValued.size(args.get(0).value(variables));
      case "startsWith" -> texts(args, String::startsWith);
      case "endsWith" -> texts(args, String::endsWith);
      case "contains" -> texts(args, String::contains);
      case "_?_:_" -> conditional(args);
      case "_+_" -> plus(args);
      default -> throw new Unsupported("the function " + expr.call().function(), expr.id());
    };
  }

  /** Unknown only where the other operand does not settle it. */
  private static Node shortcut(List<Node> args, Boolean settles) {
    return variables -> {
      Object all = !settles;
      for (Node arg : args) {
        Object value = arg.value(variables);
        if (settles.equals(value)) {
          return settles;
        }
        all = ThreeValued.unknown(value) ? value : all;
      }
      return all;
    };
  }

  private static Node compare(List<Node> args, IntPredicate holds) {
    return variables -> {
      Object one = args.get(0).value(variables);
      Object other = args.get(1).value(variables);
      return ThreeValued.unknown(one) || ThreeValued.unknown(other)
          ? Unknown.VALUE
          : (Object) holds.test(ThreeValued.compare(one, other));
    };
  }

  private static Node texts(List<Node> args, BiPredicate<String, String> holds) {
    return variables -> {
      Object one = args.get(0).value(variables);
      Object other = args.get(1).value(variables);
      return one instanceof String a && other instanceof String b
          ? (Object) holds.test(a, b)
          : Unknown.VALUE;
    };
  }

  /** Where the condition is unknown but both ways lead to the same, that is the answer. */
  private static Node conditional(List<Node> args) {
    return variables -> {
      Object condition = args.get(0).value(variables);
      if (condition instanceof Boolean known) {
        return args.get(known ? 1 : 2).value(variables);
      }
      Object one = args.get(1).value(variables);
      Object other = args.get(2).value(variables);
      return Boolean.TRUE.equals(ThreeValued.equal(one, other)) ? one : Unknown.VALUE;
    };
  }

  private static Node plus(List<Node> args) {
    return variables -> {
      Object one = args.get(0).value(variables);
      Object other = args.get(1).value(variables);
      if (one instanceof List<?> a && other instanceof List<?> b) {
        List<Object> both = new ArrayList<>(a);
        both.addAll(b);
        return both;
      }
      if (one instanceof String a && other instanceof String b) {
        return a + b;
      }
      if (one instanceof Long a && other instanceof Long b) {
        return a + b;
      }
      if (one instanceof Double a && other instanceof Double b) {
        return a + b;
      }
      return Unknown.VALUE;
    };
  }

  private Node comprehension(CelExpr expr) throws Unsupported {
    CelExpr.CelComprehension of = expr.comprehension();
    if (!of.iterVar2().isEmpty()) {
      throw new Unsupported("macros of two variables", expr.id());
    }
    Node range = of(of.iterRange());
    Node init = of(of.accuInit());
    Node condition = of(of.loopCondition());
    Node step = of(of.loopStep());
    Node result = of(of.result());
    return variables -> {
      if (!(range.value(variables) instanceof List<?> items)) {
        return Unknown.VALUE;
      }
      Object gathered = init.value(variables);
      for (Object item : items) {
        Node.Variables inner =
            new Node.Variables(
                of.iterVar(), item, new Node.Variables(of.accuVar(), gathered, variables));
        if (Boolean.FALSE.equals(condition.value(inner))) {
          break;
        }
        gathered = step.value(inner);
      }
      return result.value(new Node.Variables(of.accuVar(), gathered, variables));
    };
  }
}
