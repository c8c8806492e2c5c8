/// What a file of an older system says, row by row: its columns, how its words are understood, and what is wrong with
/// them (CUS-8). Nothing is read from the database or written to it here.
package org.anchang.customer.importing.row;
