package org.anchang.demo;

import java.util.List;
import java.util.stream.Stream;

/// Who signs a form of change, in the order of the printed form. Within a step, anybody may be first.
enum Forms {
    DISCOUNT("zhou.qiang → huang.wei → zheng.yun"),
    RENAME("zhou.qiang → huang.wei → zheng.yun"),
    SWAP("chen.jing → zhou.qiang → huang.wei → zheng.yun"),
    REFUND("wu.fang → zhou.qiang → huang.wei → zheng.yun"),
    LAYOUT_CHANGE("zheng.yun + zhou.qiang + xu.gang → ma.chao → huang.wei"),
    VOID("chen.jing");

    private final List<List<String>> steps;

    Forms(String chain) {
        steps = Stream.of(chain.split(" → "))
                .map(step -> List.of(step.split(" \\+ ")))
                .toList();
    }

    List<List<String>> steps() {
        return steps;
    }
}
