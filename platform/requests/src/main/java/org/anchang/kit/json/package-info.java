/// How values and events stand in JSON, and how a reader meets a newer writer without harm.
package org.anchang.kit.json;
