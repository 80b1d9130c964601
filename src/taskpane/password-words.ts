/** 256 short words that are hard to mishear or to mistype: said over the phone, eight bits each. */
export const PASSWORD_WORDS: readonly string[] = (
  'acorn actor badger beehive album amber anchor apple apron arch arrow atlas attic autumn badge baker bamboo banjo barley basil basket beach ' +
  'beacon bear beetle bench berry birch biscuit blanket bottle bramble branch bread bridge brook bucket bumble button cabin cactus camel ' +
  'candle canoe canvas carpet carrot castle cedar cellar cherry chess chimney circus clay cliff clock cloud clover coast cobalt coconut ' +
  'comet compass copper coral corner cotton crane crayon cricket crystal cushion daisy dance desert dolphin donkey dragon drawer drum eagle earth ' +
  'echo elbow ember engine falcon farmer feast feather fern ferry fiddle field finch fossil fountain fox garden garlic ginger giraffe glacier ' +
  'glove goblin gravel guitar hammer harbour harp hazelnut hedge helmet heron hill honey hotel igloo island ivory jacket jasmine jelly ' +
  'jigsaw jungle kettle kitten ladder lagoon lake lantern lemon lentil lily linen lizard lobster lotus magnet mango maple marble ' +
  'market meadow melon mirror mitten monkey moon mosaic mountain muffin museum napkin nectar needle nutmeg oasis ocean olive onion ' +
  'orange orchard otter oven owl oyster paddle palace panda paper parade parrot pasta pebble pelican pencil pepper piano picnic ' +
  'pigeon pillow pilot planet plum pocket polar pond poppy potato puddle puffin pumpkin puzzle quartz quilt rabbit radish raft ' +
  'rainbow ribbon river robin rocket rope saddle saffron salad salmon sandal satin scarf shadow shell silver sketch sparrow spider ' +
  'spoon squash stable statue summer sunset swan table teapot temple thimble thistle ticket tiger timber toast tomato torch tractor trumpet ' +
  'tulip tunnel turnip turtle umbrella valley velvet violin wagon walnut walrus willow window winter wizard yellow zebra'
).split(' ');
