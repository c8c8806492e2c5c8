package org.anchang.kit.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/// The one form in which every "no" is written.
final class ProblemSchema {
    static final String NAME = "Problem";

    private ProblemSchema() {}

    /// Adds the schema, in place of those of the library that writes problem documents.
    static Components into(Components components) {
        components.removeSchema("HttpProblem");
        components.removeSchema("HttpValidationProblem");
        components.removeSchema("Violation");
        return components.addSchema(NAME, schema());
    }

    private static Schema schema() {
        return object("Why the request was refused; further members are what the decision rested on")
                .addProperty(
                        "type",
                        text("urn:anchang:problem: and the code in small letters")
                                .format("uri"))
                .addProperty("title", text("The refusal in words, Chinese or English as asked for"))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("code", OASFactory.createSchema().ref(ClosedSets.REFUSALS))
                .addProperty("rule", text("Id of the rule that is kept, or -"))
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .description("What is wrong with which member or parameter")
                                .items(object("One member or parameter")
                                        .addProperty("field", text("Its path, e.g. buyers[0].share"))
                                        .addProperty("in", text("body, query, path or header"))
                                        .addProperty("message", text("What is wrong, in words"))))
                .addRequired("type")
                .addRequired("title")
                .addRequired("status")
                .addRequired("code")
                .addRequired("rule");
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
