package dev.skillladder.catalog.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillladder.catalog.problem.Refusal;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The first cases are the appendix of RFC 6902. */
class JsonPatchTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"foo":"bar"} | {"op":"add","path":"/baz","value":"qux"} | {"foo":"bar","baz":"qux"}
            {"foo":["bar","baz"]} | {"op":"add","path":"/foo/1","value":"qux"} | {"foo":["bar","qux","baz"]}
            {"baz":"qux","foo":"bar"} | {"op":"remove","path":"/baz"} | {"foo":"bar"}
            {"foo":["bar","qux","baz"]} | {"op":"remove","path":"/foo/1"} | {"foo":["bar","baz"]}
            {"baz":"qux","foo":"bar"} | {"op":"replace","path":"/baz","value":"boo"} | {"baz":"boo","foo":"bar"}
            {"a":{"b":1},"c":{}} | {"op":"move","from":"/a/b","path":"/c/d"} | {"a":{},"c":{"d":1}}
            {"foo":[1,2,3,4]} | {"op":"move","from":"/foo/1","path":"/foo/3"} | {"foo":[1,3,4,2]}
            {"baz":"qux"} | {"op":"test","path":"/baz","value":"qux"} | {"baz":"qux"}
            {"foo":"bar"} | {"op":"add","path":"/child","value":{"x":{}}} | {"foo":"bar","child":{"x":{}}}
            {"foo":"bar"} | {"op":"add","path":"/baz","value":1,"xyz":123} | {"foo":"bar","baz":1}
            {"/":9,"~1":10} | {"op":"test","path":"/~01","value":10} | {"/":9,"~1":10}
            {"foo":["bar"]} | {"op":"add","path":"/foo/-","value":["abc"]} | {"foo":["bar",["abc"]]}
            {"foo":null} | {"op":"replace","path":"/foo","value":"x"} | {"foo":"x"}
            {"foo":1} | {"op":"replace","path":"/foo","value":null} | {"foo":null}
            {"foo":1} | {"op":"add","path":"","value":[]} | []
            {"a":[1]} | {"op":"copy","from":"/a","path":"/b"} | {"a":[1],"b":[1]}
            {"a":1} | {"op":"move","from":"/a","path":"/a"} | {"a":1}
            {"a":{"n":1.0}} | {"op":"test","path":"/a","value":{"n":1}} | {"a":{"n":1.0}}
            {"a":{"x":1,"y":2}} | {"op":"test","path":"/a","value":{"y":2,"x":1}} | {"a":{"x":1,"y":2}}
            """)
    void carriesOut(String document, String operation, String expected) {
        assertThat(JsonPatch.apply(JSON.readTree(document), JSON.readTree("[" + operation + "]")))
                .isEqualTo(JSON.readTree(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"op":"test","path":"/a","value":2}
            {"op":"test","path":"/a","value":"1"}
            {"op":"test","path":"/n","value":null}
            {"op":"add","path":"/x/y","value":1}
            {"op":"add","path":"/a/y","value":1}
            {"op":"add","path":"/l/9","value":1}
            {"op":"add","path":"/l/01","value":1}
            {"op":"replace","path":"/x","value":1}
            {"op":"replace","path":"/l/-","value":1}
            {"op":"remove","path":"/x"}
            {"op":"remove","path":""}
            {"op":"move","from":"/o","path":"/o/inside"}
            {"op":"copy","from":"/x","path":"/y"}
            """)
    void refusesWhatDoesNotFit(String operation) {
        assertThatThrownBy(() -> JsonPatch.apply(
                        JSON.readTree("{\"a\":1,\"l\":[1,2],\"o\":{}}"), JSON.readTree("[" + operation + "]")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("does not fit");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"op":"add","path":"/a"}
            {"op":"add","value":1}
            {"op":"merge","path":"/a","value":1}
            {"path":"/a","value":1}
            {"op":"add","path":"a","value":1}
            {"op":"add","path":"/~2","value":1}
            {"op":"copy","path":"/a"}
            5
            """)
    void refusesWhatIsNoPatch(String operation) {
        assertThatThrownBy(() -> JsonPatch.apply(JSON.readTree("{\"a\":1}"), JSON.readTree("[" + operation + "]")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("not a JSON Patch");
        assertThatThrownBy(() -> JsonPatch.apply(JSON.readTree("{}"), JSON.readTree("{}")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void copiesOfCopiesDoNotFillTheMemory() {
        String doubled = "{\"op\":\"copy\",\"from\":\"/a\",\"path\":\"/a/-\"}";
        String patch = "[" + String.join(",", Collections.nCopies(60, doubled)) + "]";

        assertThatThrownBy(() -> JsonPatch.apply(JSON.readTree("{\"a\":[1,2,3]}"), JSON.readTree(patch)))
                .isInstanceOf(Refusal.class);
    }
}
