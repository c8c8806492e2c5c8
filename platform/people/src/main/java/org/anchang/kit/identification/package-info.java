/// The papers by which people and firms are identified, and the numbers on them.
package org.anchang.kit.identification;
